namespace Guidan.Staff;

/// <summary>Somebody who works in the back office.</summary>
internal sealed class StaffMember
{
    public Guid Id { get; init; }

    /// <summary>Blind index of the normalized e-mail address: finds the member, tells nobody the address.</summary>
    public required byte[] EmailIndex { get; set; }

    public required byte[] EmailSealed { get; set; }
    public required string Name { get; set; }

    /// <summary>Code of the role: a built-in one or one of the shop's own.</summary>
    public required string Role { get; set; }

    public required string PasswordHash { get; set; }
    public bool Disabled { get; set; }

    /// <summary>Secret of the code generator, sealed; set but not asked for until <see cref="CodeOn"/>.</summary>
    public byte[]? CodeSealed { get; set; }

    public bool CodeOn { get; set; }

    /// <summary>The last 30-second step whose code was used: a code opens the door once.</summary>
    public long CodeStep { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>One signed-in browser. Its key is the SHA-256 of what the cookie holds, so a stolen table opens nothing.</summary>
internal sealed class StaffSession
{
    public required string Hash { get; init; }
    public Guid Member { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastSeenAt { get; set; }
    public DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A program's way in: shown once when it is made, kept as SHA-256.</summary>
internal sealed class AccessToken
{
    public Guid Id { get; init; }
    public required string Hash { get; init; }
    public required string Name { get; init; }
    public required string Role { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }
    public bool Revoked { get; set; }
}

/// <summary>A role that the shop made for itself.</summary>
internal sealed class OwnRole
{
    public required string Code { get; init; }
    public required string NameZh { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Permission codes as a JSON list.</summary>
    public required string Permissions { get; set; }
}
