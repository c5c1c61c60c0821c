using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Guidan.Kernel;
using Guidan.Staff;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Guidan.Web;

/// <summary>
/// The published contract: one document for customers and outside parties, one for the back office, read from the
/// routes that stand. Each is made once and then only handed out.
/// </summary>
internal static partial class OpenApiDocuments
{
    private const string Problem = "Problem";
    private const string Bearer = "bearer";
    private const string Cookie = "session";
    private static readonly string[] Names = ["store", "admin"];

    public static void AddContracts(this IServiceCollection services)
    {
        foreach (var name in Names)
        {
            services.AddOpenApi(name, options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = call => BelongsTo(name, "/" + call.RelativePath);
                options.AddDocumentTransformer((document, _, _) => Describe(document, name));
                options.AddOperationTransformer((operation, context, _) => Describe(operation, context, name));
                options.AddSchemaTransformer(Describe);
                options.CreateSchemaReferenceId = NameOf;
            });
        }
        services.AddSingleton<OpenApiTexts>();
    }

    public static void MapContracts(this IEndpointRouteBuilder routes) => routes.MapGet("/openapi/{name}.json",
        async (string name, OpenApiTexts texts) => Names.Contains(name)
            ? Results.Bytes(await texts.Of(name), "application/json; charset=utf-8") : Results.NotFound()).ExcludeFromDescription();

    private static bool BelongsTo(string name, string path)
    {
        if (!path.StartsWith("/api/", StringComparison.Ordinal)) return false;
        return path.StartsWith("/api/admin/", StringComparison.Ordinal) == (name == "admin");
    }

    private static Task Describe(OpenApiDocument document, string name)
    {
        document.Info = new OpenApiInfo
        {
            Title = name == "admin" ? "归单 后台接口 / Guidan back office" : "归单 店铺接口 / Guidan store",
            Version = Health.Version,
            Description = "金额以最小货币单位计，时间为 UTC；拒绝都是 problem+json，带原因和办法，语言随 Accept-Language。 / "
                + "Amounts are in minor units, times in UTC; "
                + "every refusal is problem+json with its reason and way out, in the language of Accept-Language.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        foreach (var schema in document.Components.Schemas.Values) TypeItems(schema);
        document.Components.Schemas[Problem] = ProblemSchema();
        if (name != "admin") return Task.CompletedTask;
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "guidan token create … (gd_…)",
            },
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "guidan_session",
                Description = "POST /api/admin/session；修改数据时另带 X-Guidan: 1 / changes also carry X-Guidan: 1",
            },
        };
        return Task.CompletedTask;
    }

    // The same for texts in lists, which no transformer is shown.
    private static void TypeItems(IOpenApiSchema schema)
    {
        foreach (var property in schema.Properties?.Values ?? [])
        {
            if (property is OpenApiSchema { Items: null } list && (list.Type & JsonSchemaType.Array) != 0)
                list.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457",
        Required = new HashSet<string> { "status", "code", "title", "detail", "remedy" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "stable, such as stock.insufficient" },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["remedy"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            },
        },
    };

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, string name)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var keyed = metadata.OfType<OperationAttribute>().LastOrDefault();
        var declared = keyed ?? metadata.OfType<Unkeyed>().LastOrDefault()?.Operation;
        var method = context.Description.HttpMethod ?? "GET";
        operation.OperationId = IdOf(method, "/" + context.Description.RelativePath);
        operation.Tags = new HashSet<OpenApiTagReference>
        {
            new(TagOf("/" + context.Description.RelativePath), context.Document),
        };
        if (declared is not null)
        {
            operation.Summary = $"{declared.Title.Zh} / {declared.Title.En}";
            operation.AddExtension("x-operation", new JsonNodeExtension(JsonValue.Create(declared.Name)));
            if (declared.Permission is { } permission)
                operation.AddExtension("x-permission", new JsonNodeExtension(JsonValue.Create(permission)));
        }
        foreach (var parameter in operation.Parameters ?? [])
            if (parameter is OpenApiParameter { Name: "limit" } limit) limit.Schema = Limit();
        if (keyed is not null && method is "POST" or "PUT") TakesKey(operation, metadata.OfType<RequestKeyNeeded>().Any());
        Answers(operation, context.Document, metadata.OfType<Creates>().Any());
        var opensSession = method == "POST" && context.Description.RelativePath == "api/admin/session";
        if (name == "admin" && !opensSession) NeedsSignIn(operation, context.Document);
        return Task.CompletedTask;
    }

    // Read as text, so that a wrong one is refused in words; sent as a number all the same.
    private static OpenApiSchema Limit() => new()
    {
        Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{Limits.PageMost}", Default = JsonValue.Create(Limits.PageDefault),
    };

    private static void TakesKey(OpenApiOperation operation, bool needed)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "Idempotency-Key", In = ParameterLocation.Header, Required = needed,
            Description = "每次新请求一个新的随机号，重试用同一个 / a new random key for each request, the same one when retrying",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255 },
        });
    }

    private static void Answers(OpenApiOperation operation, OpenApiDocument? document, bool creates)
    {
        operation.Responses ??= [];
        if (creates && operation.Responses.Remove("200", out var made)) operation.Responses["201"] = made;
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "拒绝：原因和办法 / A refusal with its reason and way out",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, document) },
            },
        };
    }

    private static void NeedsSignIn(OpenApiOperation operation, OpenApiDocument? document) => operation.Security =
    [
        new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
        new() { [new OpenApiSecuritySchemeReference(Cookie, document)] = [] },
    ];

    private static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonTypeInfo.Type == typeof(Money))
            schema.Description = "最小货币单位的整数和币种，19900 CNY 是 ¥199.00 / "
                + "a whole number of minor units and ISO 4217: 19900 CNY is ¥199.00";
        // Text is read by a converter of our own (no NUL), behind which the generator cannot look.
        if (context.JsonTypeInfo.Type == typeof(string) && schema.Type is null)
            schema.Type = context.JsonPropertyInfo?.IsGetNullable == true ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        // What is worked out is shown and not read.
        if (context.JsonPropertyInfo is { Set: null, AssociatedParameter: null }) schema.ReadOnly = true;
        if (context.JsonTypeInfo.Type == typeof(Text))
        {
            schema.Description = "中文和英文 / Chinese and English";
            schema.Required = new HashSet<string> { "zh", "en" };
        }
        return Task.CompletedTask;
    }

    // Every use case has its Command; by that name alone they would all be one.
    private static string? NameOf(JsonTypeInfo type) => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
        ? type.Type is { IsNested: true, IsGenericType: false } nested ? nested.DeclaringType!.Name + name : name : null;

    private static string TagOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["api", "store" or "admin", var first, ..] => first,
        ["api", var first, ..] => first,
        _ => "api",
    };

    // get /api/admin/orders/{number} → get_orders_number: stable names for generated clients.
    private static string IdOf(string method, string path) => method.ToLowerInvariant()
        + NotAWord().Replace(path.Replace("/api/admin", "", StringComparison.Ordinal).Replace("/api/store", "", StringComparison.Ordinal), "_").TrimEnd('_');

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotAWord();
}

/// <summary>The documents as they are handed out, each made on its first request.</summary>
internal sealed class OpenApiTexts(IServiceProvider services)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<Task<byte[]>>> made = new();

    public Task<byte[]> Of(string name) => made.GetOrAdd(name, n => new Lazy<Task<byte[]>>(() => Make(n))).Value;

    private async Task<byte[]> Make(string name)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(name).GetOpenApiDocumentAsync();
        var text = new MemoryStream();
        await document.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1);
        return text.ToArray();
    }
}
