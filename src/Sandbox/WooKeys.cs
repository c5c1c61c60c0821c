using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Guidan.Sandbox;

/// <summary>
/// Who may ask the simulated WooCommerce: by user and password, or, as WooCommerce wants it on an unencrypted wire, by
/// an OAuth 1.0a signature over the address.
/// </summary>
internal static class WooKeys
{
    public static bool Fits(HttpRequest request, SandboxParty party)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Basic ", StringComparison.Ordinal))
            return header[6..] == Convert.ToBase64String(Encoding.UTF8.GetBytes($"{party.WooKey}:{party.WooSecret}"));
        return request.Query["oauth_consumer_key"] == party.WooKey && request.Query["oauth_signature_method"] == "HMAC-SHA256"
            && request.Query["oauth_signature"] == Signature(request, party.WooSecret);
    }

    private static string Signature(HttpRequest request, string secret)
    {
        var fields = request.Query.Where(q => q.Key != "oauth_signature")
            // PHP keeps the last of a name that comes twice, as some kits send it.
            .Select(q => (Name: Escape(q.Key), Value: Escape(q.Value[^1] ?? ""))).ToList();
        fields.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : string.CompareOrdinal(a.Value, b.Value));
        var address = $"{request.Scheme}://{request.Host}{request.Path}";
        var text = $"{request.Method}&{Escape(address)}&{Escape(string.Join('&', fields.Select(f => $"{f.Name}={f.Value}")))}";
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret + "&"), Encoding.UTF8.GetBytes(text)));
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
