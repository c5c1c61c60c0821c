using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>Where and to whom things are sent, as a customer types it.</summary>
public sealed record AddressDraft(string Name, string Phone, string Province, string City, string? District = null, string Line = "",
    string? Postcode = null, string? Country = null)
{
    private const int NameMost = 60;
    private const int PartMost = 60;
    private const int LineMost = 200;
    private const int PostcodeMost = 12;

    internal AddressDraft Trimmed => new((Name ?? "").Trim(), Phones.Plain((Phone ?? "").Trim()), (Province ?? "").Trim(), (City ?? "").Trim(),
        District?.Trim(), (Line ?? "").Trim(), Postcode?.Trim(), Country?.Trim());

    internal Dictionary<string, Text> Check()
    {
        var errors = new Dictionary<string, Text>();
        Fields.Check(errors, "name", Name, NameMost, "收货人", "The recipient", required: true);
        if (Phones.MobileTrouble(Phone) is { } wrong) errors["phone"] = wrong;
        Fields.Check(errors, "province", Province, PartMost, "省份", "The province", required: true);
        Fields.Check(errors, "city", City, PartMost, "城市", "The city", required: true);
        Fields.Check(errors, "district", District, PartMost, "区县", "The district", required: false);
        Fields.Check(errors, "line", Line, LineMost, "详细地址", "The street address", required: true);
        Fields.Check(errors, "postcode", Postcode, PostcodeMost, "邮编", "The postcode", required: false);
        Fields.Check(errors, "country", Country, PartMost, "国家", "The country", required: false);
        return errors;
    }
}

/// <summary>The address that was saved.</summary>
public sealed record AddressSaved(Guid Id);

/// <summary>Adds an address to one's account, or changes one. The first is the default.</summary>
[Operation("account.save_address", "保存收货地址", "Save an address")]
public sealed class SaveAddress(ShopDb db, CustomerBook book, TimeProvider clock)
{
    /// <summary>Addresses of one customer at the most.</summary>
    public const int AddressesMost = 20;

    /// <param name="id">Null for a new one.</param>
    public async Task<Result<AddressSaved>> Run(Guid? id, AddressDraft draft)
    {
        if (book.Own() is null) return Refusals.SignInFirst;
        draft = draft.Trimmed;
        if (draft.Check() is { Count: > 0 } errors) return Refusal.Invalid(errors);
        return await db.InTransaction<AddressSaved>(this, async () =>
        {
            var opened = await book.OpenOwn();
            return opened.IsOk ? Save(opened.Value, id, draft) : opened.Refusal!;
        });
    }

    private Result<AddressSaved> Save(Customer customer, Guid? asked, AddressDraft draft)
    {
        var mine = db.Set<CustomerAddress>().Where(a => a.CustomerId == customer.Id);
        var id = asked ?? Guid.CreateVersion7(clock.GetUtcNow());
        var box = book.Seal(customer.Id, id, draft);
        if (asked is null)
        {
            if (mine.Count() >= AddressesMost) return Full;
            db.Set<CustomerAddress>().Add(new CustomerAddress { CustomerId = customer.Id, Id = id, Box = box });
            customer.DefaultAddress ??= id;
        }
        else if (mine.FirstOrDefault(a => a.Id == id) is { } found) found.Box = box;
        else return Unknown;
        db.Record(CustomerBook.Target(customer.Id), null, asked is null ? "address added" : "address changed");
        return new AddressSaved(id);
    }

    internal static readonly Refusal Unknown = Refusal.NotFound("address.unknown", new("这个地址", "This address"));

    private static readonly Refusal Full = Refusal.Conflict("address.too_many",
        new($"地址最多存{AddressesMost}个", $"At most {AddressesMost} addresses are kept"),
        new("已经存满了", "There is no room for another"),
        new("删掉不用的，再加新的", "Delete one that you no longer need, then add this one"));
}

/// <summary>Takes an address out of one's account; when it was the default, the newest of the others is.</summary>
[Operation("account.delete_address", "删除收货地址", "Delete an address")]
public sealed class DeleteAddress(ShopDb db, CustomerBook book)
{
    public Task<Result<Done>> Handle(Guid id) => db.InTransaction<Done>(this, async () =>
    {
        var opened = await book.OpenOwn();
        if (!opened.IsOk) return opened.Refusal!;
        var customer = opened.Value;
        var mine = db.Set<CustomerAddress>().Where(a => a.CustomerId == customer.Id).OrderByDescending(a => a.Id).ToList();
        if (mine.Find(a => a.Id == id) is not { } found) return SaveAddress.Unknown;
        db.Set<CustomerAddress>().Remove(found);
        if (customer.DefaultAddress == id) customer.DefaultAddress = mine.Find(a => a.Id != id)?.Id;
        db.Record(CustomerBook.Target(customer.Id), null, "address deleted");
        return new Done();
    });
}

/// <summary>Says which address checkout starts with.</summary>
[Operation("account.default_address", "设为默认地址", "Make an address the default")]
public sealed class SetDefaultAddress(ShopDb db, CustomerBook book)
{
    public Task<Result<Done>> Handle(Guid id) => db.InTransaction<Done>(this, async () =>
    {
        var opened = await book.OpenOwn();
        if (!opened.IsOk) return opened.Refusal!;
        var customer = opened.Value;
        if (!db.Read<CustomerAddress>().Any(a => a.CustomerId == customer.Id && a.Id == id)) return SaveAddress.Unknown;
        customer.DefaultAddress = id;
        db.Record(CustomerBook.Target(customer.Id), null, "default address");
        return new Done();
    });
}
