namespace Guidan.Web;

/// <summary>
/// The cookie of the back office: unreadable for scripts, not sent along from other sites, and over TLS bound to this
/// host alone.
/// </summary>
internal static class SessionCookie
{
    private const string Plain = "guidan_session";
    private const string Secure = "__Host-guidan_session";

    public static string? Read(HttpContext http) => http.Request.Cookies[IsSecure(http) ? Secure : Plain];

    public static void Write(HttpContext http, string secret, DateTimeOffset expiresAt) =>
        http.Response.Cookies.Append(IsSecure(http) ? Secure : Plain, secret, Options(http, expiresAt));

    public static void Clear(HttpContext http) =>
        http.Response.Cookies.Delete(IsSecure(http) ? Secure : Plain, Options(http, null));

    private static CookieOptions Options(HttpContext http, DateTimeOffset? expiresAt) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = IsSecure(http), Path = "/", Expires = expiresAt, IsEssential = true,
    };

    // A proxy that ends TLS says so; a browser that lies about it only makes its own cookie stricter.
    private static bool IsSecure(HttpContext http) => http.Request.IsHttps
        || http.Request.Headers["X-Forwarded-Proto"].ToString().StartsWith("https", StringComparison.OrdinalIgnoreCase);
}
