namespace Guidan.Web;

/// <summary>
/// A cookie that says who is signed in: unreadable for scripts, not sent along from other sites, and over TLS bound to
/// this host alone.
/// </summary>
internal sealed class SessionCookie
{
    /// <summary>Of the back office.</summary>
    public static readonly SessionCookie Staff = new("guidan_session");

    /// <summary>Of a customer's account.</summary>
    public static readonly SessionCookie Customer = new("guidan_account");

    private readonly string plain;
    private readonly string secure;

    private SessionCookie(string name) => (plain, secure) = (name, "__Host-" + name);

    public string? Read(HttpContext http) => http.Request.Cookies[NameOn(http)];

    public void Write(HttpContext http, string secret, DateTimeOffset expiresAt) =>
        http.Response.Cookies.Append(NameOn(http), secret, Options(http, expiresAt));

    public void Clear(HttpContext http) => http.Response.Cookies.Delete(NameOn(http), Options(http, null));

    private string NameOn(HttpContext http) => IsSecure(http) ? secure : plain;

    private static CookieOptions Options(HttpContext http, DateTimeOffset? expiresAt) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = IsSecure(http), Path = "/", Expires = expiresAt, IsEssential = true,
    };

    // A proxy that ends TLS says so; a browser that lies about it only makes its own cookie stricter.
    private static bool IsSecure(HttpContext http) => http.Request.IsHttps
        || http.Request.Headers["X-Forwarded-Proto"].ToString().StartsWith("https", StringComparison.OrdinalIgnoreCase);
}
