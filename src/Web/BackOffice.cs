namespace Guidan.Web;

/// <summary>Serves the back office: its files with long lives, its page for every address below <c>/admin</c>.</summary>
internal static class BackOffice
{
    private const string Forever = "public, max-age=31536000, immutable";

    public static void UseBackOffice(this WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions
        {
            // Files under assets carry their hash in the name; whatever else may change under the same name.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/admin/assets") ? Forever : "no-cache",
        });
        app.Use(async (http, next) =>
        {
            if (!HttpMethods.IsGet(http.Request.Method) || !http.Request.Path.StartsWithSegments("/admin"))
            {
                await next(http);
                return;
            }
            var page = app.Environment.WebRootFileProvider.GetFileInfo("admin/index.html");
            http.Response.StatusCode = page.Exists ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.CacheControl = "no-cache";
            if (page.Exists) await http.Response.SendFileAsync(page);
            else await http.Response.WriteAsync("后台页面还没有构建，用 ./run 启动 / The back office is not built; start with ./run");
        });
    }
}

/// <summary>Headers that every answer carries: what a page may load, and who may frame it.</summary>
internal sealed class PageHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public async Task Invoke(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        await next(http);
    }
}
