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
        if (PhoneTrouble(Phone) is { } phone) errors["phone"] = phone;
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

    /// <summary>What is wrong with a mobile number, counted out; null when nothing is.</summary>
    public static Text? PhoneTrouble(string phone)
    {
        var digits = PlainPhone(phone);
        if (digits.Length == 0) return new("手机号还没填", "The phone number is missing");
        if (digits.Any(c => !char.IsAsciiDigit(c))) return new("手机号只能是数字", "A phone number has only digits");
        return digits.Length switch
        {
            10 => new("手机号少一位，应为11位", "Phone is one digit short of 11"),
            < 11 => new($"手机号少{11 - digits.Length}位，应为11位", $"Phone is {11 - digits.Length} digits short of 11"),
            > 11 => new($"手机号多{digits.Length - 11}位，应为11位", $"Phone is {digits.Length - 11} over 11 digits"),
            _ when digits[0] != '1' || digits[1] < '3' => new("手机号应以13到19开头", "A mobile number begins with 13 to 19"),
            _ => null,
        };
    }

    /// <summary>The number without spaces, dashes and +86.</summary>
    public static string PlainPhone(string phone)
    {
        var plain = phone.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return plain.StartsWith("+86", StringComparison.Ordinal) ? plain[3..] : plain;
    }

    /// <summary>The order that this form asks for.</summary>
    public PlaceOrderCommand Command(Guid cart, string currency) => new(cart, null,
        new Contact(Name, PlainPhone(Phone), Email.Length > 0 ? Email : null),
        Line.Length == 0 && Province.Length == 0 ? null : new Address("CN", Province, City, District, Line), Delivery, Payment,
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
