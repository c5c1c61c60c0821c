using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Takes an access token back; it opens nothing from the next request on.</summary>
[Operation("staff.revoke_token", "作废访问令牌", "Revoke an access token", Permission = StaffModule.Write)]
public sealed class RevokeToken(ShopDb db, CredentialMemory memory)
{
    private static readonly Statement Revoke = new("update staff_token set revoked = $2 where id = $1 and not revoked");

    public Task<Result<Done>> Run(Guid id) => db.InTransaction<Done>(this, () =>
    {
        db.Later(Revoke, [id, true], rows: 1, otherwise: () => Refusal.NotFound("token.unknown", new("这个令牌", "This token")));
        db.Record($"token:{id:N}", null, "revoked");
        db.AfterCommit(memory.Forget);
        return Task.FromResult<Result<Done>>(new Done());
    });
}
