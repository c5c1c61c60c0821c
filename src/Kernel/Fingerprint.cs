using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Kernel;

/// <summary>What tells a repeat from another request under the same key.</summary>
public static class Fingerprint
{
    /// <summary>Binds the request's key to a form as it was read; where it was cut into parts does not matter.</summary>
    /// <param name="fields">The fields, among them the name of the file.</param>
    /// <param name="file">SHA-256 of what is in the file.</param>
    public static void BindForm(this HttpRequest request, IReadOnlyDictionary<string, string> fields, ReadOnlySpan<byte> file)
    {
        var parts = fields.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => new[] { f.Key, f.Value });
        request.HttpContext.RequestServices.GetRequiredService<RequestKey>()
            .BindTo(OfBody(request, Encoding.UTF8.GetBytes(Json.Write(parts.Append(Convert.ToHexString(file)).ToList()))));
    }

    // The address is part of it: the same key for another order, or another day, is another request, not a repeat.
    internal static byte[] OfBody(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Path.Value + request.QueryString.Value + "\n"));
        hash.AppendData(body);
        // Keyed: a body may hold a password, and a plain hash of it could be guessed at from a stolen database.
        return request.HttpContext.RequestServices.GetRequiredService<Sealer>().Index("request", Convert.ToHexString(hash.GetHashAndReset()));
    }
}
