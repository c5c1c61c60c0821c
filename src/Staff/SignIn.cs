using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>A session that was just begun.</summary>
/// <param name="Secret">What the cookie holds; nobody else ever sees it.</param>
public sealed record SessionStart(string Secret, DateTimeOffset ExpiresAt);

/// <summary>
/// Begins a session for an e-mail address, a password and, where the member asked for it, a code. Unknown address,
/// wrong password and disabled member cost the same work and get the same words.
/// </summary>
[Operation("staff.sign_in", "登录", "Sign in")]
public sealed class SignIn(ShopDb db, Caller caller, Sealer sealer, SignInThrottle throttle, TimeProvider clock)
{
    private const int TextMost = 1024;
    internal static readonly SignInDoor Door = new("staff",
        new("等一会儿再试，或请管理员重设密码", "Wait, or ask an administrator to set a new password"));
    private static readonly Statement UseCode = new("update staff_member set code_step = $2 where id = $1 and code_step < $2");

    /// <summary>Signs in; the caller is the member from here on.</summary>
    public async Task<Result<SessionStart>> Run(string? email, string? password, string? code)
    {
        var errors = new Dictionary<string, Text>();
        var address = Emails.Normalize(email);
        if (address is null) errors["email"] = new("邮箱写得不对", "This is no e-mail address");
        if (string.IsNullOrEmpty(password) || password.Length > TextMost) errors["password"] = new("填上密码", "Enter the password");
        if (errors.Count > 0) return Refusal.Invalid(errors);
        return await Door.InTurn(() => Try(address!, password!, code));
    }

    private async Task<Result<SessionStart>> Try(string address, string password, string? code)
    {
        if (await throttle.Blocked(Door, address, caller.Ip) is { } blocked) return blocked;
        var index = MemberEmails.Index(sealer, address);
        var member = db.Read<StaffMember>().FirstOrDefault(m => m.EmailIndex == index);
        var fits = Passwords.Matches(password, member?.PasswordHash);
        if (!fits || member is null || member.Disabled)
        {
            await throttle.Failed(Door, address, caller.Ip, member?.Id);
            return Wrong;
        }
        if (!member.CodeOn) return await Begin(member, address, null);
        if (string.IsNullOrEmpty(code)) return CodeNeeded;
        if (TimeCodes.StepOf(Secret(member), code, clock.GetUtcNow()) is { } step && step > member.CodeStep)
            return await Begin(member, address, step);
        await throttle.Failed(Door, address, caller.Ip, member.Id);
        return CodeWrong;
    }

    private byte[] Secret(StaffMember member) =>
        Convert.FromBase64String(sealer.Open(member.CodeSealed!, TimeCodes.Place(member.Id)));

    private async Task<Result<SessionStart>> Begin(StaffMember member, string address, long? step)
    {
        (caller.Kind, caller.Id, caller.Name) = (ActorKind.Staff, member.Id.ToString("N"), member.Name);
        return await db.InTransaction<SessionStart>(this, () =>
        {
            if (step is { } used) db.Later(UseCode, [member.Id, used], rows: 1, otherwise: () => CodeWrong);
            throttle.Succeeded(Door, address);
            var start = new SessionStart(Secrets.NewSession(), clock.GetUtcNow() + SessionTimes.Longest);
            db.Later(Sessions.Insert,
                [Secrets.HashOf(start.Secret), member.Id, clock.GetUtcNow(), clock.GetUtcNow(), start.ExpiresAt]);
            db.Record($"staff:{member.Id:N}", null, null);
            return Task.FromResult<Result<SessionStart>>(start);
        });
    }

    private static readonly Refusal Wrong = new(RefusalKind.Unauthenticated, "session.wrong",
        new("邮箱或密码不对", "E-mail or password is wrong"),
        new("这个邮箱和密码对不上", "This e-mail address and password do not fit together"),
        new("检查大小写再试；忘了密码请管理员重设", "Check them and try again; an administrator can set a new password"));

    private static readonly Refusal CodeNeeded = new(RefusalKind.Unauthenticated, "session.code_needed",
        new("还要动态码", "The code is missing"),
        new("这个账号开了动态码", "This account also asks for a code"),
        new("打开验证器，填上6位数字", "Open the code generator and enter the six digits"))
    { Errors = new Dictionary<string, Text> { ["code"] = new("填上6位动态码", "Enter the six digits") } };

    private static readonly Refusal CodeWrong = new(RefusalKind.Unauthenticated, "session.code_wrong",
        new("动态码不对", "The code is wrong"),
        new("它过期了、用过了，或输错了", "It has expired, was used before, or was mistyped"),
        new("等验证器出下一个码再试", "Wait for the next code and try again"))
    { Errors = new Dictionary<string, Text> { ["code"] = new("动态码不对", "The code is wrong") } };
}
