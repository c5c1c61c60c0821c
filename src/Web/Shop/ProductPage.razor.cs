using Guidan.Kernel;
using Microsoft.AspNetCore.Components;

namespace Guidan.Web.Storefront;

public partial class ProductPage
{
    /// <summary>More at once is a wholesale order, which begins with a telephone call.</summary>
    private const int MostAtOnce = 99;

    [Parameter, EditorRequired] public ProductView View { get; set; } = null!;

    /// <summary>The variant that the address names, or null.</summary>
    [Parameter] public string? Sku { get; set; }

    private VariantView Chosen => View.Variants.FirstOrDefault(v => v.Sku == Sku && v.Available > 0)
        ?? View.Variants.FirstOrDefault(v => v.Available > 0) ?? View.Variants[0];

    private IEnumerable<(VariantView Variant, int Index)> Numbered => View.Variants.Select((v, i) => (v, i));

    // One thumbnail for each different picture; two sizes of one pot share theirs.
    private List<(VariantView Variant, int Index)> Thumbs => Numbered.DistinctBy(n => n.Variant.Picture.Url).ToList();

    private List<Picture> Extras => View.Pictures.Where(p => View.Variants.All(v => v.Picture.Url != p.Url)).ToList();

    private bool CanBuy => View.Variants.Any(v => v.Available > 0);

    private int Most => Math.Min(MostAtOnce, View.Variants.Max(v => v.Available));

    // What belongs to a variant is shown when its radio is on: no script, and the form sends what the eye sees.
    private string ChoiceRules
    {
        get
        {
            var chosen = View.Variants.ToList().IndexOf(Chosen);
            if (View.Variants.Count == 1) return "";
            var hide = $".of{{display:none}}.of.v{chosen}{{display:revert}}";
            if (!CanBuy) return hide;
            return hide + ".buy:has([name=sku]:checked) .of{display:none}" + string.Concat(Numbered.Select(n =>
                $".buy:has(#v{n.Index}:checked) .of.v{n.Index}{{display:revert}}.buy:has(#v{n.Index}:checked) .t{n.Index}{{outline:2px solid var(--primary);outline-offset:2px}}"));
        }
    }

    private string StockWords(VariantView variant) => variant.Available switch
    {
        <= 0 => L["缺货", "Out of stock"],
        <= VariantView.FewLeft => L[$"只剩{variant.Available}件", $"Only {variant.Available} left"],
        _ => L["有货", "In stock"],
    };

    private string ShipWords
    {
        get
        {
            var s = View.Shipping;
            var days = L.Days(s.ArrivesFirst, s.ArrivesLast);
            return L[$"{L.When(s.PayBefore)}前付款，{L.Date(s.Ships)}寄出，{days}送到", $"Pay by {L.When(s.PayBefore)}: sent {L.Date(s.Ships)}, arrives {days}"];
        }
    }

    private Text FreeWords => View.Shipping.FreeFrom is { } from ? new($"，满{from}免", $", free from {from}") : new("", "");

    private static Text PromiseName(string code) => code switch
    {
        "freight" => new("运费", "Freight"),
        "shipping" => new("包装", "Packing"),
        _ => new("退货", "Returns"),
    };
}
