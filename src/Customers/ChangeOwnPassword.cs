using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>A customer sets a new password; every session of his ends, also the one in hand.</summary>
[Operation("account.change_password", "修改账户密码", "Change the password of one's account")]
public sealed class ChangeOwnPassword(ShopDb db, CustomerBook book, CustomerSessions sessions, OwnPassword own)
{
    public sealed record Command(string Current, string Next);

    public async Task<Result<Done>> Handle(Command command)
    {
        if (book.Own() is not { } customer) return Refusals.SignInFirst;
        var personal = book.PersonalOf(customer);
        if (Passwords.Weakness(command.Next ?? "", personal.Email ?? personal.Phone ?? "", personal.Name) is { } weak) return Refusal.Invalid("next", weak);
        var asked = await own.Ask(customer, command.Current, "current");
        if (!asked.IsOk) return asked.Refusal!;
        var hash = Passwords.Hash(command.Next!);
        return await db.InTransaction<Done>(this, async () =>
        {
            var opened = await book.OpenOwn();
            if (!opened.IsOk) return opened.Refusal!;
            opened.Value.PasswordHash = hash;
            sessions.EndAll(customer.Id);
            db.Record(CustomerBook.Target(customer.Id), null, null);
            return new Done();
        });
    }
}
