using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>
/// Opens an account with a phone number or an e-mail address and a password, and signs in. Neither is proved yet: no
/// code can be sent, so an account gives no access to anything that was not made with it.
/// </summary>
[Operation("account.sign_up", "注册账户", "Sign up")]
public sealed class SignUpCustomer(
    ShopDb db, Caller caller, CustomerBook book, CustomerSessions sessions, SignInThrottle throttle, TimeProvider clock)
{
    internal const int NameMost = 60;

    private static readonly Statement Insert = new(
        """
        insert into customers_customer (id, personal, phone_index, email_index, password_hash, default_address, created_at, version)
        values ($1, $2, $3, $4, $5, null, $6, 1) on conflict do nothing
        """);

    /// <param name="Account">A mobile number or an e-mail address.</param>
    /// <param name="Name">How the shop addresses the customer.</param>
    public sealed record Command(string Account, string Password, string? Name = null);

    public async Task<Result<CustomerSessionStart>> Handle(Command command)
    {
        var errors = new Dictionary<string, Text>();
        var read = LoginName.Read(command.Account);
        if (!read.IsOk) foreach (var (field, wrong) in read.Refusal!.Errors) errors[field] = wrong;
        var name = (command.Name ?? "").Trim();
        Fields.Check(errors, "name", name, NameMost, "称呼", "The name", required: false);
        if (Passwords.Weakness(command.Password ?? "", read.IsOk ? read.Value.Plain : "", name) is { } weak) errors["password"] = weak;
        if (errors.Count > 0) return Refusal.Invalid(errors);
        return await SignInCustomer.Door.InTurn(() => Open(read.Value, name, command.Password!));
    }

    private async Task<Result<CustomerSessionStart>> Open(LoginName login, string name, string password)
    {
        if (await throttle.Blocked(SignInCustomer.Door, login.Plain, caller.Ip) is { } blocked) return blocked;
        var hash = Passwords.Hash(password);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var personal = book.Seal(id, new(name, login.Phone, login.Email));
        var opened = await db.InTransaction<CustomerSessionStart>(this, () =>
        {
            db.Later(Insert, [id, personal, book.PhoneIndex(login.Phone), book.EmailIndex(login.Email), hash, clock.GetUtcNow()], 1, () => Taken(login));
            var start = sessions.Begin(id);
            db.Record(CustomerBook.Target(id), null, "signed up");
            return Task.FromResult<Result<CustomerSessionStart>>(start);
        });
        if (opened.IsOk) sessions.Become(id);
        // Who asks for many names to learn which have accounts is slowed down like one who guesses passwords.
        else if (opened.Refusal!.Code == TakenCode) await throttle.Failed(SignInCustomer.Door, login.Plain, caller.Ip, null);
        return opened;
    }

    private const string TakenCode = "account.taken";

    internal static Refusal Taken(LoginName login)
    {
        Text fact = login.Phone is not null ? new("这个手机号已经有账户", "This phone number has an account")
            : new("这个邮箱已经有账户", "This e-mail address has an account");
        return Refusal.Conflict(TakenCode, fact,
            new("一个手机号或邮箱只开一个账户", "A phone number or an e-mail address opens one account"),
            new("用它登录，或换一个注册", "Sign in with it, or use another")) with
        { Errors = new Dictionary<string, Text> { ["account"] = fact } };
    }
}
