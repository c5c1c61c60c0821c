using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>Keeps an uploaded picture.</summary>
[Operation("products.upload_picture", "上传商品图片", "Upload a product picture", Permission = "products.write")]
public sealed class UploadPicture(ShopDb db, PictureStore pictures)
{
    public async Task<Result<Picture>> Run(byte[] bytes)
    {
        var kept = await pictures.Keep(bytes);
        return kept.IsOk ? await db.InTransaction<Picture>(this, () =>
        {
            pictures.Note(kept.Value);
            return Task.FromResult<Result<Picture>>(kept.Value);
        }) : kept;
    }
}
