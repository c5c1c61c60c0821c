using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>An account as its owner sees it.</summary>
public sealed record AccountView(Guid Id, string Name, string? Phone, string? Email, DateTimeOffset CreatedAt);

/// <summary>A saved address.</summary>
public sealed record AddressView(Guid Id, bool IsDefault, string Name, string Phone, string Province, string City, string? District,
    string Line, string? Postcode, string? Country);

/// <summary>Reads the account of whoever is signed in; nothing of anybody else.</summary>
public sealed class AccountQueries(ShopDb db, CustomerBook book)
{
    public Result<AccountView> Account() => book.Own() is { } customer ? ViewOf(customer) : Refusals.SignInFirst;

    /// <summary>The default first, then as they were added.</summary>
    public Result<Page<AddressView>> Addresses() => book.Own() is { } customer
        ? new Page<AddressView>(AddressesOf(customer), null) : Refusals.SignInFirst;

    internal AccountView ViewOf(Customer customer)
    {
        var personal = book.PersonalOf(customer);
        return new(customer.Id, personal.Name, personal.Phone, personal.Email, customer.CreatedAt);
    }

    internal List<AddressView> AddressesOf(Customer customer) => db.Read<CustomerAddress>()
        .Where(a => a.CustomerId == customer.Id).OrderBy(a => a.Id).ToList()
        .Select(a => ViewOf(a, customer.DefaultAddress == a.Id)).OrderByDescending(a => a.IsDefault).ToList();

    private AddressView ViewOf(CustomerAddress row, bool isDefault)
    {
        var a = book.Open(row);
        return new(row.Id, isDefault, a.Name, a.Phone, a.Province, a.City, a.District, a.Line, a.Postcode, a.Country);
    }
}
