using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>What a customer signs in with, in its one form: a mobile number or an e-mail address.</summary>
internal sealed record LoginName(string? Phone, string? Email)
{
    public string Plain => Phone ?? Email ?? "";

    /// <summary>Reads what was typed into the one field for both.</summary>
    public static Result<LoginName> Read(string? typed, string field = "account")
    {
        var text = Typing.Narrow((typed ?? "").Trim());
        if (text.Length == 0) return Refusal.Invalid(field, new("填上手机号或邮箱", "Enter a mobile number or an e-mail address"));
        if (text.Any(c => c == '@' || char.IsAsciiLetter(c)))
            return Emails.Normalize(text) is { } email ? new LoginName(null, email)
                : Refusal.Invalid(field, new("邮箱应像 name@example.com", "An e-mail looks like name@example.com"));
        return Phones.MobileTrouble(text) is { } wrong ? Refusal.Invalid(field, wrong) : new LoginName(Phones.Normalize(text), null);
    }
}
