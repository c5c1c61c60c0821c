using System.Security.Cryptography;
using Guidan.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Guidan.Channels;

/// <summary>Reads the multipart form of an import; the file goes straight to the disk, however large it is.</summary>
internal static class ImportUpload
{
    private const int FieldMost = 200;
    private static readonly Refusal NoForm = Refusal.Malformed("file",
        new("请用 multipart/form-data 上传，文件放在 file 一项", "Send multipart/form-data with the file in the part named file"));

    /// <summary>What was asked, and where the file lies for now; the one who takes it moves it away.</summary>
    public static async Task<Result<(ImportAsk Ask, string Path)>> Read(HttpRequest request, ImportSettings settings)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary) return NoForm;
        var fields = new Dictionary<string, string>();
        string? path = null;
        byte[] content = [];
        var ct = request.HttpContext.RequestAborted;
        try
        {
            var parts = new MultipartReader(boundary, request.Body);
            while (await parts.ReadNextSectionAsync(ct) is { } part)
            {
                if (part.AsFileSection() is { } file && file.Name == "file" && path is null)
                {
                    fields["file"] = file.FileName;
                    path = settings.Arriving();
                    content = await Keep(file.FileStream!, path, ct);
                }
                else if (part.AsFormDataSection() is { } field) fields[field.Name] = await Short(field.Section.Body, ct);
            }
        }
        catch (Exception cause)
        {
            if (path is not null) File.Delete(path);
            if (cause is InvalidDataException or IOException and not BadHttpRequestException) return NoForm;
            throw;
        }
        if (path is null) return NoForm;
        request.BindForm(fields, content);
        return AskOf(fields) is { IsOk: true } ask ? (ask.Value, path) : Rejected(path, AskOf(fields).Refusal!);
    }

    private static Refusal Rejected(string path, Refusal refusal)
    {
        File.Delete(path);
        return refusal;
    }

    private static Result<ImportAsk> AskOf(Dictionary<string, string> fields)
    {
        var dryRun = fields.GetValueOrDefault("dryRun", "false");
        if (dryRun is not ("true" or "false")) return Refusal.Invalid("dryRun", new("dryRun 应为 true 或 false", "dryRun is true or false"));
        var onError = fields.GetValueOrDefault("onError", "skip");
        if (onError is not ("skip" or "stop")) return Refusal.Invalid("onError", new("onError 应为 skip 或 stop", "onError is skip or stop"));
        return new ImportAsk(fields["file"], fields.GetValueOrDefault("format"), dryRun == "true",
            onError == "stop" ? OnImportError.Stop : OnImportError.Skip);
    }

    // Answers the SHA-256 of what it kept.
    private static async Task<byte[]> Keep(Stream content, string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, ct) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        file.Flush(flushToDisk: true);
        return hash.GetHashAndReset();
    }

    private static async Task<string> Short(Stream body, CancellationToken ct)
    {
        var buffer = new byte[FieldMost];
        var read = await body.ReadAtLeastAsync(buffer, FieldMost, throwOnEndOfStream: false, ct);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, read).Trim();
    }
}
