using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>
/// A customer changes name, phone or e-mail. What he signs in with is changed only with the password: a browser that
/// was left open must not give the account away.
/// </summary>
[Operation("account.save_profile", "修改自己的资料", "Change one's profile")]
public sealed class SaveProfile(ShopDb db, CustomerBook book, OwnPassword own)
{
    /// <param name="Password">Needed when the phone or the e-mail changes.</param>
    public sealed record Command(string? Name = null, string? Phone = null, string? Email = null, string? Password = null);

    public async Task<Result<Done>> Handle(Command command)
    {
        if (book.Own() is not { } customer) return Refusals.SignInFirst;
        var errors = new Dictionary<string, Text>();
        var next = Read(command, errors);
        if (errors.Count > 0) return Refusal.Invalid(errors);
        var before = book.PersonalOf(customer);
        if (next.Phone != before.Phone || next.Email != before.Email)
        {
            var asked = await own.Ask(customer, command.Password, "password");
            if (!asked.IsOk) return asked.Refusal!;
        }
        return await db.InTransaction<Done>(this, () => Save(next));
    }

    private async Task<Result<Done>> Save(PersonalData next)
    {
        var opened = await book.OpenOwn();
        if (!opened.IsOk) return opened.Refusal!;
        var customer = opened.Value;
        foreach (var login in (LoginName[])[new(next.Phone, null), new(null, next.Email)])
            if (book.Find(login) is { } other && other.Id != customer.Id) return Taken(login);
        (customer.Personal, customer.PhoneIndex, customer.EmailIndex) =
            (book.Seal(customer.Id, next), book.PhoneIndex(next.Phone), book.EmailIndex(next.Email));
        db.Record(CustomerBook.Target(customer.Id), null, null);
        return new Done();
    }

    private static PersonalData Read(Command command, Dictionary<string, Text> errors)
    {
        var name = (command.Name ?? "").Trim();
        Fields.Check(errors, "name", name, SignUpCustomer.NameMost, "称呼", "The name", required: false);
        var (phone, email) = (command.Phone?.Trim(), command.Email?.Trim());
        if (string.IsNullOrEmpty(phone) && string.IsNullOrEmpty(email))
            errors["phone"] = new("手机号和邮箱至少留一个，登录要用", "Keep a phone number or an e-mail address to sign in with");
        if (!string.IsNullOrEmpty(phone) && Phones.MobileTrouble(phone) is { } wrong) errors["phone"] = wrong;
        if (!string.IsNullOrEmpty(email) && Emails.Normalize(email) is null)
            errors["email"] = new("邮箱应像 name@example.com", "An e-mail looks like name@example.com");
        return new(name, string.IsNullOrEmpty(phone) ? null : Phones.Normalize(phone), string.IsNullOrEmpty(email) ? null : Emails.Normalize(email));
    }

    private static Refusal Taken(LoginName login)
    {
        var taken = SignUpCustomer.Taken(login);
        return taken with { Errors = new Dictionary<string, Text> { [login.Phone is null ? "email" : "phone"] = taken.Title } };
    }
}
