using Guidan.Kernel;

namespace Guidan.Inventory;

/// <summary>Names a place that holds goods, or renames it.</summary>
[Operation("stock.save_location", "保存仓库", "Save a location", Permission = "stock.adjust")]
public sealed class SaveLocation(ShopDb db)
{
    private static readonly Statement Upsert = new(
        """
        insert into inventory_location (code, name_zh, name_en, position) values ($1, $2, $3, $4)
        on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, position = excluded.position
        """);

    /// <param name="Code">1 to 20 capital letters and digits.</param>
    /// <param name="Position">Orders are served from the lowest position that has enough.</param>
    public sealed record Command(string Code, Text Name, int Position);

    public async Task<Result<Command>> Handle(Command command)
    {
        if (command.Code.Length is 0 or > 20 || !command.Code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
            return Refusal.Invalid("code", new("代码用1到20个大写字母或数字", "The code has 1 to 20 capital letters or digits"));
        if (string.IsNullOrWhiteSpace(command.Name.Zh) || string.IsNullOrWhiteSpace(command.Name.En))
            return Refusal.Invalid("name", new("中英文名称都要有", "Give a name in both languages"));
        return await db.InTransaction<Command>(this, async () =>
        {
            await db.Execute(Upsert, command.Code, command.Name.Zh, command.Name.En, command.Position);
            db.Record($"location:{command.Code}", null, command.Name.Zh);
            return command;
        });
    }
}
