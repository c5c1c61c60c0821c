using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Web.Storefront;

/// <summary>What the customer typed at checkout, kept as typed through every answer.</summary>
public sealed record CheckoutForm
{
    public string Paste { get; init; } = "";
    public string Name { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";
    public string Province { get; init; } = "";
    public string City { get; init; } = "";
    public string District { get; init; } = "";
    public string Line { get; init; } = "";
    public string Delivery { get; init; } = "";
    public string Payment { get; init; } = "";
    public string Coupon { get; init; } = "";
    public string Note { get; init; } = "";

    /// <summary>The saved address that filled the form, or empty.</summary>
    public string Address { get; init; } = "";

    /// <summary>Keep the address in the account; for customers who are signed in.</summary>
    public bool Save { get; init; }

    /// <summary>Made with the empty form: the same form sent twice is one order.</summary>
    public string RequestKey { get; init; } = Guid.CreateVersion7().ToString("N");

    /// <summary>The total that the customer saw for each delivery method, in minor units.</summary>
    public IReadOnlyDictionary<string, long> Expected { get; init; } = new Dictionary<string, long>();

    public static CheckoutForm From(IFormCollection form) => new()
    {
        Paste = Text(form, "paste", PastedAddress.LengthMost),
        Name = Text(form, "name", 60),
        Phone = Text(form, "phone", 30),
        Email = Text(form, "email", 120),
        Province = Text(form, "province", 20),
        City = Text(form, "city", 40),
        District = Text(form, "district", 40),
        Line = Text(form, "line", 200),
        Delivery = Text(form, "delivery", 40),
        Payment = Text(form, "payment", 40),
        Coupon = Text(form, "coupon", 40),
        Note = Text(form, "note", 300),
        Address = Text(form, "address", 32),
        Save = form["save"] == "1",
        RequestKey = Guid.TryParse(form["requestKey"], out var key) ? key.ToString("N") : Guid.CreateVersion7().ToString("N"),
        Expected = form.Keys.Where(k => k.StartsWith("expected.", StringComparison.Ordinal) && long.TryParse(form[k], out _))
            .Take(20).ToDictionary(k => k["expected.".Length..], k => long.Parse(form[k]!)),
    };

    /// <summary>The pasted address put into the fields; what it does not say stays as it was.</summary>
    public CheckoutForm WithPasted()
    {
        var found = PastedAddress.Parse(Paste);
        return this with
        {
            Paste = "",
            Name = Or(found.Name, Name),
            Phone = Or(found.Phone, Phone),
            Province = Or(found.Province, Province),
            City = Or(found.City, found.Province.Length > 0 ? "" : City),
            District = Or(found.District, found.Province.Length > 0 ? "" : District),
            Line = Or(found.Line, Line),
        };
    }

    /// <summary>One sentence for each field that is wrong; empty when the form can be sent.</summary>
    public IReadOnlyDictionary<string, Text> Check(IReadOnlyList<DeliveryChoice> deliveries, IReadOnlyList<PaymentChoice> payments)
    {
        var errors = new Dictionary<string, Text>();
        if (Name.Length == 0) errors["name"] = new("收货人还没填", "The recipient's name is missing");
        if (Phones.MobileTrouble(Phone) is { } phone) errors["phone"] = phone;
        if (Email.Length > 0 && !(Email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < Email.Length - 1))
            errors["email"] = new("邮箱应像 name@example.com，也可以不填", "An e-mail looks like name@example.com, or leave it out");
        var chosen = deliveries.FirstOrDefault(d => d.Code == Delivery);
        if (chosen is not { IsPickup: true }) CheckAddress(errors);
        if (chosen is null) errors["delivery"] = new("送货方式还没选", "No delivery method is chosen");
        else if (chosen.NotHere is { } reason && !errors.ContainsKey("province")) errors["delivery"] = reason;
        if (payments.All(p => p.Code != Payment)) errors["payment"] = new("付款方式还没选", "No payment method is chosen");
        return errors;
    }

    private void CheckAddress(Dictionary<string, Text> errors)
    {
        if (!Regions.IsProvince(Province)) errors["province"] = new("省份还没选", "The province is not chosen");
        if (City.Length == 0) errors["city"] = new("城市还没填", "The city is missing");
        if (Line.Length == 0) errors["line"] = new("详细地址还没填", "The street address is missing");
        else if ("路街道巷".Contains(Line[^1])) errors["line"] = new("详细地址只有路名，补上门牌", "The address has only a street name; add the number");
    }

    /// <summary>The order that this form asks for.</summary>
    public PlaceOrderCommand Command(Guid cart, string currency) => new(cart, null,
        new Contact(Name, Phones.Plain(Phone), Email.Length > 0 ? Email : null),
        Line.Length == 0 && Province.Length == 0 ? null : new Orders.Address("CN", Province, City, District, Line), Delivery, Payment,
        Coupon.Length > 0 ? [Coupon] : null, Note.Length > 0 ? Note : null,
        Expected.TryGetValue(Delivery, out var total) ? new Money(total, currency) : null);

    /// <summary>The API's field names as the names of this page's fields.</summary>
    public static IReadOnlyDictionary<string, Text> FieldsOf(IReadOnlyDictionary<string, Text> errors) => errors.ToDictionary(
        e => e.Key switch
        {
            "deliveryMethod" => "delivery",
            "paymentMethod" => "payment",
            "coupons[0]" => "coupon",
            var name => name[(name.LastIndexOf('.') + 1)..],
        }, e => e.Value);

    private static string Or(string found, string kept) => found.Length > 0 ? found : kept;

    private static string Text(IFormCollection form, string name, int most)
    {
        var value = form[name].ToString().Trim();
        return value.Length > most ? value[..most] : value;
    }
}
