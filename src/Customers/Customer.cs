namespace Guidan.Customers;

/// <summary>Somebody with an account in the shop. A guest has none and is in no table here.</summary>
internal sealed class Customer
{
    public Guid Id { get; init; }

    /// <summary><see cref="PersonalData"/> as sealed JSON.</summary>
    public required byte[] Personal { get; set; }

    /// <summary>Blind indexes of the phone number and the e-mail address: each finds its account, neither can be read back.</summary>
    public byte[]? PhoneIndex { get; set; }

    public byte[]? EmailIndex { get; set; }
    public required string PasswordHash { get; set; }

    /// <summary>The address that checkout starts with, or null while there is none.</summary>
    public Guid? DefaultAddress { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts changes; the update that raises it also locks the row.</summary>
    public long Version { get; set; }
}

/// <summary>Who a customer is; at least a phone number or an e-mail address.</summary>
internal sealed record PersonalData(string Name, string? Phone, string? Email);

/// <summary>One place that a customer has things sent to.</summary>
internal sealed class CustomerAddress
{
    public Guid CustomerId { get; init; }
    public Guid Id { get; init; }

    /// <summary><see cref="AddressDraft"/> as sealed JSON.</summary>
    public required byte[] Box { get; set; }
}

/// <summary>One signed-in browser. Its key is the SHA-256 of what the cookie holds, so a stolen table opens nothing.</summary>
internal sealed class CustomerSession
{
    public required string Hash { get; init; }
    public Guid CustomerId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}
