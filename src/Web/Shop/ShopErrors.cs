using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>What a customer sees when something broke: what is safe and what to do, never a stack trace.</summary>
internal sealed class ShopErrors(RequestDelegate next, ILogger<ShopErrors> log)
{
    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException cause) when (!http.Response.HasStarted && Pages.Ours(http.Request.Path))
        {
            http.Response.Clear();
            await Pages.Message(cause.StatusCode, new("读不懂这个地址", "This address cannot be read"),
                new("地址里有认不出的内容。从首页或搜索开始找。", "Part of the address makes no sense. Start from the home page or search.")).ExecuteAsync(http);
        }
        catch (Exception cause) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && Pages.Ours(http.Request.Path))
        {
            var busy = cause is LaneFull or OutcomeUnknown || DatabaseFailure.In(cause) is not null;
            log.LogError(cause, "The page {Path} failed", http.Request.Path);
            http.Response.Clear();
            http.Response.Headers.CacheControl = "no-store";
            if (busy) http.Response.Headers.RetryAfter = "3";
            var status = busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            await Pages.Message(status,
                new("这一页没打开", "This page did not open"),
                new("是我们这边的问题，已经记下了。付过的钱和下过的单都在，请勿重复付款；过几秒再试。", "The fault is ours and it is recorded. Orders and payments are safe; please do not pay again. Try again in a few seconds."),
                HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/cart").ExecuteAsync(http);
        }
    }
}
