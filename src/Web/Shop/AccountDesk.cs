using Guidan.Customers;
using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Web.Storefront;

/// <summary>The account of whoever is signed in, as its pages and the checkout show it.</summary>
public sealed class AccountDesk(AccountQueries account, OwnOrders orders, SaveAddress save)
{
    private const int OrdersShown = 10;

    /// <summary>Null when nobody is signed in.</summary>
    public async Task<AccountHome?> Home(string? after)
    {
        var own = account.Account();
        if (!own.IsOk) return null;
        var ask = PageAsk.Read(null, after) is { IsOk: true } read ? read.Value : new PageAsk(OrdersShown, null);
        var page = (await orders.List(ask with { Limit = OrdersShown })).Value;
        return new(own.Value, page.Items.Select(CardOf).ToList(), page.Next, account.Addresses().Value.Items);
    }

    public AccountView? Account() => account.Account() is { IsOk: true } own ? own.Value : null;

    public IReadOnlyList<AddressView> Addresses() => account.Addresses() is { IsOk: true } found ? found.Value.Items : [];

    public AddressForm? Address(Guid id) => Addresses().FirstOrDefault(a => a.Id == id) is { } found
        ? new(id, found.IsDefault, FormOf(found)) : null;

    /// <summary>The checkout form filled from a saved address, the default one unless another is named; empty for guests.</summary>
    public CheckoutForm Prefilled(string? asked)
    {
        if (Account() is not { } own) return new CheckoutForm();
        var all = Addresses();
        var chosen = (Guid.TryParse(asked, out var id) ? all.FirstOrDefault(a => a.Id == id) : null) ?? (all.Count > 0 ? all[0] : null);
        var form = chosen is null ? new CheckoutForm { Name = own.Name, Phone = own.Phone ?? "", Save = true } : FormOf(chosen);
        return form with { Email = own.Email ?? "" };
    }

    /// <summary>Saves what was typed; an address that is there already is not saved again.</summary>
    public async Task<Result<AddressSaved>> Save(Guid? id, CheckoutForm form)
    {
        var same = Addresses().FirstOrDefault(a => Same(a, form));
        if (id is null && same is not null) return new AddressSaved(same.Id);
        return await save.Run(id, new(form.Name, form.Phone, form.Province, form.City, form.District, form.Line));
    }

    private static bool Same(AddressView a, CheckoutForm form) => a.Name == form.Name && a.Phone == Phones.Plain(form.Phone)
        && a.Province == form.Province && a.City == form.City && (a.District ?? "") == form.District && a.Line == form.Line;

    private static CheckoutForm FormOf(AddressView a) => new()
    {
        Name = a.Name, Phone = a.Phone, Province = a.Province, City = a.City, District = a.District ?? "", Line = a.Line, Address = a.Id.ToString("N"),
    };

    private static OwnOrderCard CardOf(OwnOrder o)
    {
        var first = o.Lines[0];
        return new(o.Number, o.PlacedAt, (ShownState)(int)o.Status, Text.Same(first.Name), o.LineCount - 1,
            Goods.PictureOf(first.Image, Text.Same(first.Name)), (int)o.UnitCount, o.Total);
    }
}
