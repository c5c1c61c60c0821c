using System.Security.Cryptography;
using Guidan.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Guidan.Channels;

/// <summary>Reads the multipart form of an import; the file goes straight to the disk, however large it is.</summary>
internal static class ImportUpload
{
    private const int FieldMost = 4_000;
    private static readonly Refusal NoForm = Refusal.Malformed("file",
        new("请用 multipart/form-data 上传，文件放在 file 一项", "Send multipart/form-data with the file in the part named file"));

    /// <summary>What was asked, and where the file lies for now; the one who takes it moves it away.</summary>
    public static async Task<Result<(ImportAsk Ask, string Path)>> Read(HttpRequest request, ImportSettings settings)
    {
        var form = await Form(request, settings);
        return form.IsOk ? Asked(form.Value.Fields, form.Value.Path, AskOf) : form.Refusal!;
    }

    /// <summary>The fields of the form, the file's name among them, and where the file lies for now.</summary>
    public static async Task<Result<(IReadOnlyDictionary<string, string> Fields, string Path)>> Form(HttpRequest request, ImportSettings settings)
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
        return ((IReadOnlyDictionary<string, string>)fields, path);
    }

    /// <summary>What the fields ask for; when they ask for nothing sensible the file goes.</summary>
    public static Result<(T Ask, string Path)> Asked<T>(IReadOnlyDictionary<string, string> fields, string path, Func<IReadOnlyDictionary<string, string>, Result<T>> ask)
    {
        var asked = ask(fields);
        if (asked.IsOk) return (asked.Value, path);
        File.Delete(path);
        return asked.Refusal!;
    }

    /// <summary>A field that says yes or no.</summary>
    public static Result<bool> Flag(IReadOnlyDictionary<string, string> fields, string name, bool otherwise) =>
        fields.GetValueOrDefault(name, otherwise ? "true" : "false") switch
        {
            "true" => true,
            "false" => false,
            _ => Refusal.Invalid(name, new($"{name} 应为 true 或 false", $"{name} is true or false")),
        };

    private static Result<ImportAsk> AskOf(IReadOnlyDictionary<string, string> fields)
    {
        var dryRun = Flag(fields, "dryRun", false);
        if (!dryRun.IsOk) return dryRun.Refusal!;
        var onError = fields.GetValueOrDefault("onError", "skip");
        if (onError is not ("skip" or "stop")) return Refusal.Invalid("onError", new("onError 应为 skip 或 stop", "onError is skip or stop"));
        return new ImportAsk(fields["file"], fields.GetValueOrDefault("format"), dryRun.Value,
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
