using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>Whom to reach.</summary>
public sealed record Contact(string Name, string? Phone = null, string? Email = null);

/// <summary>Where the parcel goes. District and postcode may be empty.</summary>
public sealed record Address(string? Country = null, string? Province = null, string? City = null, string? District = null,
    string? Line = null, string? Postcode = null)
{
    /// <summary>In one line, largest first, as Chinese labels have it.</summary>
    public string OneLine => string.Concat(Province, City == Province ? "" : City, District, Line);
}

/// <summary>Name, phone and address together; kept sealed.</summary>
public sealed record Recipient(Contact Contact, Address? Address)
{
    private const int NameMost = 60;
    private const int LineMost = 200;
    private const int PartMost = 60;

    internal string Place => Address is null ? "" : string.Join(' ', new[] { Address.Province, Address.City }
        .Where(p => !string.IsNullOrEmpty(p)).Distinct());

    /// <summary>Every field that is wrong, with one sentence each.</summary>
    /// <param name="needsAddress">False when the customer comes for it.</param>
    public Dictionary<string, Text> Check(bool needsAddress)
    {
        var errors = new Dictionary<string, Text>();
        Fields.Check(errors, "contact.name", Contact.Name, NameMost, "收件人姓名", "The recipient's name", required: true);
        CheckPhone(errors);
        if (Contact.Email is { Length: > 0 } email && (email.Length > 254 || !LooksLikeEmail(email)))
            errors["contact.email"] = new("邮箱写法不对，应像 name@example.com", "The e-mail should look like name@example.com");
        if (!needsAddress) return errors;
        var address = Address ?? new Address();
        Fields.Check(errors, "shippingAddress.province", address.Province, PartMost, "省份", "The province", required: true);
        Fields.Check(errors, "shippingAddress.city", address.City, PartMost, "城市", "The city", required: true);
        Fields.Check(errors, "shippingAddress.district", address.District, PartMost, "区县", "The district", required: false);
        Fields.Check(errors, "shippingAddress.line", address.Line, LineMost, "详细地址", "The street address", required: true);
        Fields.Check(errors, "shippingAddress.postcode", address.Postcode, 12, "邮编", "The postcode", required: false);
        Fields.Check(errors, "shippingAddress.country", address.Country, PartMost, "国家", "The country", required: false);
        return errors;
    }

    private void CheckPhone(Dictionary<string, Text> errors)
    {
        if (string.IsNullOrWhiteSpace(Contact.Phone))
        {
            errors["contact.phone"] = new("写上收件人手机号，快递要用", "Give the recipient's phone; the courier needs it");
            return;
        }
        var digits = Phones.Normalize(Contact.Phone);
        var mobile = digits.StartsWith('1') && (Address?.Country is null or "" or "CN" or "中国");
        if (mobile && digits.Length != 11)
            errors["contact.phone"] = digits.Length < 11
                ? new($"手机号少{11 - digits.Length}位，应为11位", $"Phone is {11 - digits.Length} digits short of 11")
                : new($"手机号多{digits.Length - 11}位，应为11位", $"Phone is {digits.Length - 11} digits longer than 11");
        else if (digits.Length is < 5 or > 20)
            errors["contact.phone"] = new("电话应为5到20位数字", "A phone number has 5 to 20 digits");
    }

    private static bool LooksLikeEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == email.LastIndexOf('@') && email.IndexOf('.', at) > at + 1 && !email.EndsWith('.') && !email.Any(char.IsWhiteSpace);
    }
}
