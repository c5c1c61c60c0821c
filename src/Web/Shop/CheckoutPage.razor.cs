using Guidan.Kernel;
using Microsoft.AspNetCore.Components;

namespace Guidan.Web.Storefront;

public partial class CheckoutPage
{
    [Parameter, EditorRequired] public CheckoutView View { get; set; } = null!;

    private Text NameOf(string delivery) => View.Deliveries.First(d => d.Code == delivery).Name;

    private string FreightOf(DeliveryChoice method)
    {
        var freight = View.Sums.FirstOrDefault(s => s.Delivery == method.Code)?.Freight ?? method.Price;
        return freight.IsZero ? L["免运费", "free"] : freight.ToString();
    }

    // The sum and the button follow the radios without a script: each choice shows what belongs to it.
    private string ChoiceRules
    {
        get
        {
            var delivery = View.Sums.Any(s => s.Delivery == View.Form.Delivery) ? View.Form.Delivery
                : View.Sums is [var first, ..] ? first.Delivery : null;
            var payment = View.Payments.Any(p => p.Code == View.Form.Payment) ? View.Form.Payment
                : View.Payments is [var usual, ..] ? usual.Code : null;
            var rules = $".with,.by{{display:none}}.with-{delivery},.by-{payment}{{display:revert}}"
                + "form:has([name=delivery]:checked) .with,form:has([name=payment]:checked) .by{display:none}";
            foreach (var sum in View.Sums)
                rules += $"form:has(#d-{sum.Delivery}:checked) .with-{sum.Delivery}{{display:revert}}";
            foreach (var method in View.Payments)
                rules += $"form:has(#p-{method.Code}:checked) .by-{method.Code}{{display:revert}}";
            foreach (var pickup in View.Deliveries.Where(d => d.IsPickup))
                rules += $"form:has(#d-{pickup.Code}:checked) .address{{display:none}}";
            return rules;
        }
    }
}
