using System.Security.Cryptography;
using Guidan.Kernel;
using Microsoft.AspNetCore.Http;

namespace Guidan.Catalog;

/// <summary>Reads the one small file of a multipart form.</summary>
internal static class UploadedFile
{
    private static readonly Refusal None = Refusal.Malformed("file",
        new("请用 multipart/form-data 上传，文件放在 file 一项", "Send multipart/form-data with the file in the part named file"));

    public static async Task<Result<byte[]>> Read(HttpRequest request, long most)
    {
        if (!request.HasFormContentType) return None;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            if (form.Files.GetFile("file") is not { Length: > 0 } file) return None;
            if (file.Length > most) return Problems.TooLarge;
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, request.HttpContext.RequestAborted);
            request.BindForm(new Dictionary<string, string>(), SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
            return bytes.ToArray();
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return None;
        }
    }
}
