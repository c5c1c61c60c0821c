using System.Security.Cryptography;
using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>A stored picture.</summary>
/// <param name="Id">SHA-256 of its content.</param>
/// <param name="Width">Pixels, as the height; 0 where the format has none.</param>
public sealed record Picture(string Id, string Url, long Bytes, int Width, int Height);

/// <summary>Keeps pictures in the shop's folder under the hash of their content, so that one picture is there once.</summary>
public sealed class PictureStore(ShopDb db, CatalogSettings settings, TimeProvider clock)
{
    private static readonly Statement Insert = new(
        """
        insert into catalog_picture (hash, extension, bytes, width, height, uploaded_at) values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing
        """);
    private static readonly ManyKeys<string> Known = new("select hash from catalog_picture where hash {keys}");

    /// <summary>
    /// Keeps a picture's file. Called before the transaction that notes it: nobody waits for a disk in there, and a
    /// file without a row does no harm.
    /// </summary>
    /// <param name="trusted">True for what the shop itself brings along: only then may it be an SVG.</param>
    public async Task<Result<Picture>> Keep(byte[] bytes, bool trusted = false)
    {
        var kind = PictureKind.Of(bytes) ?? (trusted && PictureKind.IsSvg(bytes) ? new PictureKind("svg", 0, 0) : null);
        if (kind is null) return NoPicture;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await Write(FileOf(hash, kind.Extension), bytes);
        return new Picture(hash, $"{PictureAddress.Folder}{hash}.{kind.Extension}", bytes.Length, kind.Width, kind.Height);
    }

    /// <summary>Notes a kept picture; in the transaction of the caller.</summary>
    public void Note(Picture picture)
    {
        db.Later(Insert, [picture.Id, Path.GetExtension(picture.Url)[1..], picture.Bytes, picture.Width, picture.Height,
            clock.GetUtcNow()], rows: null);
        db.Record($"picture:{picture.Id}", null, Json.Write(picture));
    }

    /// <summary>Of these addresses, those that name a picture of this shop which is not there.</summary>
    public async Task<IReadOnlyList<string>> Lost(IEnumerable<string> urls)
    {
        var own = urls.Where(PictureAddress.IsOwn).ToList();
        if (own.Count == 0) return [];
        var known = (await Known.Query(db, r => r.Text(0), own.Select(PictureAddress.IdOf))).ToHashSet();
        return own.Where(url => !known.Contains(PictureAddress.IdOf(url))).ToList();
    }

    internal string FileOf(string hash, string extension) => Path.Combine(settings.Pictures, hash[..2], $"{hash}.{extension}");

    // Written aside and moved, so that a picture is whole or not there; the disk has it before the row says so.
    private static async Task Write(string file, byte[] bytes)
    {
        if (File.Exists(file)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var aside = $"{file}.{Guid.CreateVersion7():N}";
        await using (var stream = new FileStream(aside, FileMode.CreateNew))
        {
            await stream.WriteAsync(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(aside, file, overwrite: true);
    }

    private static readonly Refusal NoPicture = Refusal.Invalid("file", new(
        "只收 PNG、JPEG、WebP、GIF 图片；按文件内容判断，不看扩展名",
        "Only PNG, JPEG, WebP and GIF pictures are taken; the content counts, not the name"));
}
