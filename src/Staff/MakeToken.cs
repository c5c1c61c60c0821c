using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>A token that was just made.</summary>
/// <param name="Token">Its text, shown this once; null when a repeated request is answered again.</param>
public sealed record MadeToken(Guid Id, string Name, string Role, string? Token, DateTimeOffset? ExpiresAt);

/// <summary>Makes an access token for a program, with the rights of one role.</summary>
[Operation("staff.make_token", "创建访问令牌", "Make an access token", Permission = StaffModule.Write)]
public sealed class MakeToken(ShopDb db, Caller caller, Roles roles, RequestKey request, TimeProvider clock)
{
    private const int NameMost = 60;
    private const int DaysMost = 3650;

    private static readonly Statement Insert = new(
        """
        insert into staff_token (id, hash, name, role, created_at, expires_at, last_used_at, revoked)
        values ($1, $2, $3, $4, $5, $6, null, $7)
        """);

    /// <param name="days">How long it opens doors; null for no end.</param>
    public async Task<Result<MadeToken>> Run(string name, string roleCode, int? days)
    {
        name = name.Trim();
        if (name.Length is 0 or > NameMost || Fields.HasUnseen(name))
            return Refusal.Invalid("name", new($"名称为1到{NameMost}个字符", $"A name has 1 to {NameMost} characters"));
        if (days is < 1 or > DaysMost)
            return Refusal.Invalid("days", new($"有效期为1到{DaysMost}天", $"It is valid for 1 to {DaysMost} days"));
        if (await roles.Find(roleCode) is not { } role) return Roles.Unknown(roleCode);
        if (!Roles.MayGrant(caller, role.Permissions)) return Roles.TooMuch;
        var (secret, now) = (Secrets.NewToken(), clock.GetUtcNow());
        DateTimeOffset? until = days is { } lasting ? now.AddDays(lasting) : null;
        var made = await db.InTransaction<MadeToken>(this, () =>
        {
            var id = Guid.CreateVersion7(now);
            db.Later(Insert, [id, Secrets.HashOf(secret), name, role.Code, now, until, false]);
            db.Record($"token:{id:N}", null, Json.Write(new { role = role.Code, expiresAt = until }));
            return Task.FromResult<Result<MadeToken>>(new MadeToken(id, name, role.Code, null, until));
        });
        // The text never enters the transaction's answer, which may be stored under the request key.
        return made.IsOk && !request.Replayed ? made.Value with { Token = secret } : made;
    }
}
