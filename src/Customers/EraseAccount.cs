using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>
/// Erases a customer's account: name, phone, e-mail, password, addresses and sessions are gone for good. Orders stay,
/// with what accounting and consumer law need; their signed links still open them.
/// </summary>
[Operation("account.erase", "注销账户", "Erase one's account")]
public sealed class EraseAccount(ShopDb db, CustomerBook book, CustomerSessions sessions, OwnPassword own)
{
    private static readonly Statement Addresses = new("delete from customers_address where customer_id = $1");
    private static readonly Statement Account = new("delete from customers_customer where id = $1");

    public sealed record Command(string Password);

    public async Task<Result<Done>> Handle(Command command)
    {
        if (book.Own() is not { } customer) return Refusals.SignInFirst;
        var asked = await own.Ask(customer, command.Password, "password");
        if (!asked.IsOk) return asked.Refusal!;
        return await db.InTransaction<Done>(this, () =>
        {
            sessions.EndAll(customer.Id);
            db.Later(Addresses, [customer.Id], rows: null);
            db.Later(Account, [customer.Id], 1, () => Refusals.SignInFirst);
            db.Record(CustomerBook.Target(customer.Id), null, "erased");
            return Task.FromResult<Result<Done>>(new Done());
        });
    }
}
