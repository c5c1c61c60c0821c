using System.Text;
using Microsoft.AspNetCore.Http;

namespace Guidan.Sandbox;

/// <summary>Reads the fields of a request, address and body together, in the character set that it declares.</summary>
internal static class SandboxForm
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Null when it is too large, has a name twice, or is no form.</summary>
    public static async Task<Dictionary<string, string>?> Read(HttpRequest request)
    {
        var text = request.QueryString.Value?.TrimStart('?') ?? "";
        if (HttpMethods.IsPost(request.Method))
        {
            if (request.ContentLength > MostBytes) return null;
            using var reader = new StreamReader(request.Body, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
            var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
            if (body.Length > MostBytes) return null;
            text = text.Length == 0 ? body : $"{text}&{body}";
        }

        var charset = SandboxSignature.Charset(Declared(text));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(cut < 0 ? pair : pair[..cut], charset);
            if (!fields.TryAdd(name, cut < 0 ? "" : Decode(pair[(cut + 1)..], charset))) return null;
        }

        return fields;
    }

    private static string? Declared(string text) => text.Split('&')
        .FirstOrDefault(pair => pair.StartsWith("charset=", StringComparison.Ordinal))?["charset=".Length..];

    private static string Decode(string text, Encoding charset)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        return charset.GetString(System.Net.WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length));
    }
}
