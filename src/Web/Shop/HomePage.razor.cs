using Microsoft.AspNetCore.Components;

namespace Guidan.Web.Storefront;

public partial class HomePage
{
    [Parameter, EditorRequired] public HomeView View { get; set; } = null!;

    private CategoryLink First => Facts.Shop.Navigation.Count > 0 ? Facts.Shop.Navigation[0] : new("", new("商品", "Goods"));

    // The first featured product is the picture on top; nothing stands on the page twice while there is something else.
    private List<ProductCard> Often => View.Featured.Skip(1).Take(8).ToList();

    private List<ProductCard> New(HomeShelf shelf) =>
        shelf.Products.OrderBy(p => View.Featured.Any(f => f.Slug == p.Slug)).Take(4).ToList();

    private RenderFragment Structured => StructuredData.Shop(Facts.Shop, L);
}
