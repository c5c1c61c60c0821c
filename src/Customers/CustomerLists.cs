using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>A customer in the back office's list; masked for readers without <c>customers.personal</c>.</summary>
public sealed record CustomerRow(Guid Id, string Name, string? Phone, string? Email, DateTimeOffset CreatedAt);

/// <summary>One customer with his addresses; masked like the list.</summary>
public sealed record CustomerDetail(Guid Id, string Name, string? Phone, string? Email, DateTimeOffset CreatedAt, IReadOnlyList<AddressView> Addresses);

/// <summary>Reads customers for the back office.</summary>
public sealed class CustomerLists(ShopDb db, Caller caller, CustomerBook book, AccountQueries accounts)
{
    /// <summary>Newest first, by key.</summary>
    /// <param name="query">A whole phone number or e-mail address; names are sealed and not searched.</param>
    public Page<CustomerRow> List(string? query, PageAsk ask)
    {
        if (!string.IsNullOrWhiteSpace(query))
        {
            var login = LoginName.Read(query);
            return new(login.IsOk && book.Find(login.Value) is { } one ? [RowOf(one)] : [], null);
        }
        var customers = db.Read<Customer>();
        if (Guid.TryParse(ask.After, out var after)) customers = customers.Where(c => c.Id < after);
        var page = customers.OrderByDescending(c => c.Id).Take(ask.Limit + 1).ToList();
        return Page<Customer>.From(page, ask.Limit, c => c.Id.ToString()).Select(RowOf);
    }

    public Result<CustomerDetail> Find(Guid id)
    {
        if (db.Read<Customer>().FirstOrDefault(c => c.Id == id) is not { } customer)
            return Refusal.NotFound("customer.unknown", new("这位客户", "This customer"));
        var row = RowOf(customer);
        return new CustomerDetail(id, row.Name, row.Phone, row.Email, row.CreatedAt, accounts.AddressesOf(customer).ConvertAll(Shown));
    }

    /// <summary>What a member is called, or null when the account is erased.</summary>
    public string? NameOf(Guid id) => db.Read<Customer>().FirstOrDefault(c => c.Id == id) is { } customer
        ? RowOf(customer) is var row && row.Name.Length > 0 ? row.Name : row.Phone ?? row.Email ?? "" : null;

    private bool Whole => caller.Permissions.Contains(CustomersModule.Personal);

    private CustomerRow RowOf(Customer customer)
    {
        var p = book.PersonalOf(customer);
        return Whole ? new(customer.Id, p.Name, p.Phone, p.Email, customer.CreatedAt) : new(customer.Id, Masks.Name(p.Name),
            p.Phone is null ? null : Masks.Phone(p.Phone), p.Email is null ? null : Masks.Email(p.Email), customer.CreatedAt);
    }

    private AddressView Shown(AddressView a) => Whole ? a : a with { Name = Masks.Name(a.Name), Phone = Masks.Phone(a.Phone), Line = "****" };
}
