using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Ends the session of a cookie. Ending one that is over already is no mistake.</summary>
[Operation("staff.sign_out", "退出登录", "Sign out")]
public sealed class SignOut(ShopDb db, Caller caller, CredentialMemory memory)
{
    public Task<Result<Done>> Run(string secret) => db.InTransaction<Done>(this, () =>
    {
        db.Later(Sessions.End, [Secrets.HashOf(secret)], rows: null);
        db.Record(caller.Actor, null, null);
        db.AfterCommit(memory.Forget);
        return Task.FromResult<Result<Done>>(new Done());
    });
}
