using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>Somebody turns codes on or off for himself, each time with a code that proves that he has the generator.</summary>
[Operation("staff.switch_code", "开关动态码", "Turn codes on or off")]
public sealed class SwitchCode(ShopDb db, Caller caller, Sealer sealer, SignInThrottle throttle, TimeProvider clock)
{
    public async Task<Result<Done>> Run(string code, bool on)
    {
        if (caller.Kind != ActorKind.Staff || !Guid.TryParse(caller.Id, out var id)) return Refusals.SignInFirst;
        if (db.Read<StaffMember>().FirstOrDefault(m => m.Id == id) is not { CodeSealed: { } box } member) return NotPrepared;
        var email = sealer.Open(member.EmailSealed, MemberEmails.Place(id));
        if (await throttle.Blocked(SignIn.Door, email, caller.Ip) is { } blocked) return blocked;
        var secret = Convert.FromBase64String(sealer.Open(box, TimeCodes.Place(id)));
        if (TimeCodes.StepOf(secret, code, clock.GetUtcNow()) is not { } step || step <= member.CodeStep)
        {
            await throttle.Failed(SignIn.Door, email, caller.Ip, id);
            return Wrong;
        }
        return await db.InTransaction<Done>(this, () =>
        {
            var row = db.Set<StaffMember>().First(m => m.Id == id);
            if (row.CodeStep >= step) return Task.FromResult<Result<Done>>(Wrong);
            (row.CodeOn, row.CodeStep, row.CodeSealed) = (on, step, on ? row.CodeSealed : null);
            db.Record($"staff:{id:N}", Json.Write(new { member.CodeOn }), Json.Write(new { CodeOn = on }));
            return Task.FromResult<Result<Done>>(new Done());
        });
    }

    private static readonly Refusal Wrong = Refusal.Invalid("code", new("动态码不对或用过了", "The code is wrong or was used before"));

    private static readonly Refusal NotPrepared = Refusal.Conflict("staff.code_not_prepared",
        new("还没有准备验证器", "No code generator is set up"),
        new("这个账号还没有验证器", "This account has none yet"),
        new("先准备验证器，扫码后再填动态码", "Set one up first, scan it, then enter a code"));
}
