using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Audit;

/// <summary>Writes audit rows as links of a hash chain: SHA-256 over the previous hash and the exact text of the row.</summary>
internal sealed class AuditTrail : IAuditTrail
{
    private static readonly Statement Insert = new(
        """
        insert into audit_entry (chain, seq, at, actor, operation, target, text, previous_hash, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """);
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public (Statement Statement, object?[] Values, ChainTail Tail) Append(
        ChainTail tail, AuditCapture capture, string actor, string? ip, DateTimeOffset at)
    {
        var seq = tail.Seq + 1;
        var text = TextOf(tail.Chain, seq, capture, actor, ip, at);
        var hash = HashOf(tail.Hash, text);
        return (Insert, [tail.Chain, seq, at, actor, capture.Operation, capture.Target, text, tail.Hash, hash],
            new ChainTail(tail.Chain, seq, hash));
    }

    /// <summary>SHA-256 of the previous hash (as hex text) followed by the row's text, lower-case hex.</summary>
    public static string HashOf(string previousHash, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previousHash + text)));

    private static string TextOf(Guid chain, long seq, AuditCapture capture, string actor, string? ip, DateTimeOffset at)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("chain", chain);
            json.WriteNumber("seq", seq);
            json.WriteString("at", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ"));
            json.WriteString("actor", actor);
            if (ip is not null) json.WriteString("ip", ip);
            json.WriteString("action", capture.Operation);
            json.WriteString("target", capture.Target);
            if (capture.Before is not null) json.WriteString("before", capture.Before);
            if (capture.After is not null) json.WriteString("after", capture.After);
            if (capture.Reason is not null) json.WriteString("reason", capture.Reason);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
