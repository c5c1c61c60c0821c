using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>
/// Begins a session for a phone number or an e-mail address and a password. An unknown name and a wrong password cost
/// the same work and get the same words.
/// </summary>
[Operation("account.sign_in", "登录账户", "Sign in to one's account")]
public sealed class SignInCustomer(ShopDb db, Caller caller, CustomerBook book, CustomerSessions sessions, SignInThrottle throttle)
{
    private const int TextMost = 1024;

    internal static readonly SignInDoor Door = new("customer",
        new("等一会儿再试；不登录也能下单和查订单", "Wait a while; you can order and follow orders without signing in"));

    /// <param name="Account">A mobile number or an e-mail address.</param>
    public sealed record Command(string Account, string Password);

    public async Task<Result<CustomerSessionStart>> Handle(Command command)
    {
        var errors = new Dictionary<string, Text>();
        var read = LoginName.Read(command.Account);
        if (!read.IsOk) foreach (var (field, wrong) in read.Refusal!.Errors) errors[field] = wrong;
        if (string.IsNullOrEmpty(command.Password) || command.Password.Length > TextMost) errors["password"] = new("填上密码", "Enter the password");
        if (errors.Count > 0) return Refusal.Invalid(errors);
        return await Door.InTurn(() => Try(read.Value, command.Password));
    }

    private async Task<Result<CustomerSessionStart>> Try(LoginName login, string password)
    {
        if (await throttle.Blocked(Door, login.Plain, caller.Ip) is { } blocked) return blocked;
        var customer = book.Find(login);
        if (!Passwords.Matches(password, customer?.PasswordHash) || customer is null)
        {
            await throttle.Failed(Door, login.Plain, caller.Ip, customer?.Id);
            return Wrong;
        }
        sessions.Become(customer.Id);
        return await db.InTransaction<CustomerSessionStart>(this, () =>
        {
            throttle.Succeeded(Door, login.Plain);
            db.Record(CustomerBook.Target(customer.Id), null, null);
            return Task.FromResult<Result<CustomerSessionStart>>(sessions.Begin(customer.Id));
        });
    }

    private static readonly Refusal Wrong = new(RefusalKind.Unauthenticated, "account.wrong",
        new("账号或密码不对", "The account or the password is wrong"),
        new("这个手机号或邮箱和密码对不上", "This phone number or e-mail address and the password do not fit together"),
        new("检查一下再试；没有账户就先注册", "Check them and try again; sign up if you have no account"));
}

/// <summary>Ends the session of a cookie. Ending one that is over already is no mistake.</summary>
[Operation("account.sign_out", "退出账户", "Sign out of one's account")]
public sealed class SignOutCustomer(ShopDb db, Caller caller, CustomerSessions sessions)
{
    public Task<Result<Done>> Handle(string secret) => db.InTransaction<Done>(this, () =>
    {
        sessions.End(secret);
        db.Record(caller.Actor, null, null);
        return Task.FromResult<Result<Done>>(new Done());
    });
}
