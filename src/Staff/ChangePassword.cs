using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Somebody sets a new password for himself; every session of his ends, also the one in hand.</summary>
[Operation("staff.change_password", "修改自己的密码", "Change one's own password")]
public sealed class ChangePassword(ShopDb db, Caller caller, Sealer sealer, SignInThrottle throttle, CredentialMemory memory)
{
    public async Task<Result<Done>> Run(string current, string next)
    {
        if (caller.Kind != ActorKind.Staff || !Guid.TryParse(caller.Id, out var id)) return Refusals.SignInFirst;
        if (db.Read<StaffMember>().FirstOrDefault(m => m.Id == id) is not { } member) return ChangeStaff.NotFound;
        var email = sealer.Open(member.EmailSealed, MemberEmails.Place(id));
        if (await throttle.Blocked(SignIn.Door, email, caller.Ip) is { } blocked) return blocked;
        if (!Passwords.Matches(current, member.PasswordHash))
        {
            await throttle.Failed(SignIn.Door, email, caller.Ip, id);
            return Refusal.Invalid("current", new("现在的密码不对", "The current password is wrong"));
        }
        if (Passwords.Weakness(next, email, member.Name) is { } weakness) return Refusal.Invalid("next", weakness);
        var hash = Passwords.Hash(next);
        return await db.InTransaction<Done>(this, () =>
        {
            db.Set<StaffMember>().First(m => m.Id == id).PasswordHash = hash;
            db.Later(Sessions.EndAllOf, [id], rows: null);
            db.Record($"staff:{id:N}", null, null);
            db.AfterCommit(memory.Forget);
            return Task.FromResult<Result<Done>>(new Done());
        });
    }
}
