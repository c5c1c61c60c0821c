using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>Opens accounts for change, finds them by phone or e-mail, seals and unseals what is personal.</summary>
public sealed class CustomerBook(ShopDb db, Caller caller, Sealer sealer)
{
    private static readonly Statement Lock = new("update customers_customer set version = version + 1 where id = $1");

    /// <summary>The signed-in customer, locked and tracked; a refusal when nobody is signed in (any more).</summary>
    internal async Task<Result<Customer>> OpenOwn()
    {
        if (caller.CustomerId is not { } id || await db.Execute(Lock, id) != 1) return Refusals.SignInFirst;
        return db.Set<Customer>().First(c => c.Id == id);
    }

    /// <summary>The signed-in customer as he stands, or null.</summary>
    internal Customer? Own() => caller.CustomerId is { } id ? db.Read<Customer>().FirstOrDefault(c => c.Id == id) : null;

    /// <summary>The account that this name opens, or null.</summary>
    internal Customer? Find(LoginName name)
    {
        var (phone, email) = (PhoneIndex(name.Phone), EmailIndex(name.Email));
        return phone is not null ? db.Read<Customer>().FirstOrDefault(c => c.PhoneIndex == phone)
            : email is not null ? db.Read<Customer>().FirstOrDefault(c => c.EmailIndex == email) : null;
    }

    internal byte[]? PhoneIndex(string? phone) => phone is null ? null : sealer.Index("customer phone", phone);

    internal byte[]? EmailIndex(string? email) => email is null ? null : sealer.Index("customer email", email);

    internal PersonalData PersonalOf(Customer customer) => Json.Read<PersonalData>(sealer.Open(customer.Personal, Place(customer.Id)));

    internal byte[] Seal(Guid id, PersonalData personal) => sealer.Seal(Json.Write(personal), Place(id));

    internal byte[] Seal(Guid customer, Guid id, AddressDraft address) => sealer.Seal(Json.Write(address), Place(customer, id));

    internal AddressDraft Open(CustomerAddress address) =>
        Json.Read<AddressDraft>(sealer.Open(address.Box, Place(address.CustomerId, address.Id)));

    /// <summary>A customer as the audit log names him.</summary>
    internal static string Target(Guid id) => $"customer:{id:N}";

    private static string Place(Guid id) => $"customers_customer|personal|{id:N}";

    private static string Place(Guid customer, Guid id) => $"customers_address|{customer:N}|{id:N}";
}
