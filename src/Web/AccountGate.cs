using Guidan.Customers;
using Guidan.Kernel;

namespace Guidan.Web;

/// <summary>
/// Finds out which customer calls the store's API: whoever brings the cookie of an account is its owner, everybody
/// else is a guest. A change of the account by cookie must also come from our own pages or a program that knows us.
/// </summary>
internal sealed class AccountGate(RequestDelegate next, ILogger<AccountGate> log)
{
    private const string Account = "/api/store/account";
    private static readonly string[] Openings = [Account, Account + "/session"];

    public async Task Invoke(HttpContext http, Caller caller)
    {
        if (http.Request.Path.StartsWithSegments(Account)) http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Path.StartsWithSegments("/api/store") && SessionCookie.Customer.Read(http) is { } secret
            && await Refused(http, secret) is { } refusal) await Problems.Write(http, refusal, caller.Tongue);
        else await next(http);
    }

    private async Task<Refusal?> Refused(HttpContext http, string secret)
    {
        try
        {
            var known = await http.RequestServices.GetRequiredService<CustomerSessions>().Recognize(secret);
            return known && ChangesAccount(http) && http.Request.Headers[CallerGate.Guard] != "1" ? Unguarded : null;
        }
        catch (Exception cause) when (cause is LaneFull or OutcomeUnknown || DatabaseFailure.In(cause) is not null)
        {
            log.LogError(cause, "Who asks could not be found out");
            return Refusal.Unavailable;
        }
    }

    private static bool ChangesAccount(HttpContext http) => CallerGate.IsUnsafe(http) && http.Request.Path.StartsWithSegments(Account)
        && !(HttpMethods.IsPost(http.Request.Method) && Openings.Contains(http.Request.Path.Value));

    private static readonly Refusal Unguarded = new(RefusalKind.Forbidden, "session.unguarded",
        new("这个请求不像来自店里的页面", "This request does not seem to come from the shop's pages"),
        new("用登录状态修改账户时要带请求头 X-Guidan: 1", "A change of an account made with its cookie carries the header X-Guidan: 1"),
        new("从店里的页面操作，或带上这个请求头", "Use the shop's pages, or send the header"));
}
