using Guidan.Kernel;

namespace Guidan.Web;

/// <summary>Finds out who asks: language and address here, session or token by the Staff module.</summary>
internal sealed class CallerGate(RequestDelegate next)
{
    public async Task Invoke(HttpContext http, Caller caller)
    {
        caller.Kind = ActorKind.Customer;
        caller.Ip = http.Connection.RemoteIpAddress?.ToString();
        caller.Tongue = Text.TongueOf(http.Request.Headers.AcceptLanguage);
        await next(http);
    }
}
