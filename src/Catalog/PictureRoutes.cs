using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Guidan.Catalog;

/// <summary>Serves stored pictures at <c>/pictures/{hash}.{extension}</c>; mapped at the root by the composition.</summary>
public static class PictureRoutes
{
    public static void MapPictures(this IEndpointRouteBuilder routes) =>
        routes.MapGet(PictureAddress.Folder + "{name}", Serve);

    private static IResult Serve(string name, CatalogSettings settings, HttpContext http)
    {
        if (!PictureAddress.TryReadName(name, out var hash, out var extension)) return Results.NotFound();
        var file = Path.Combine(settings.Pictures, hash[..2], name);
        if (!File.Exists(file)) return Results.NotFound();
        // The name is the hash of the content: what is behind it never changes.
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        var type = extension switch { "jpg" => "image/jpeg", "svg" => "image/svg+xml", _ => "image/" + extension };
        return Results.File(file, type, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }
}
