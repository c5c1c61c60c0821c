using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guidan.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Webhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notices_delivery",
                columns: table => new
                {
                    endpoint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stream = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_delivery", x => new { x.endpoint, x.id });
                });

            migrationBuilder.CreateTable(
                name: "notices_endpoint",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    old_secret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    old_until = table.Column<long>(type: "INTEGER", nullable: true),
                    events = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_endpoint", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notices_delivery_endpoint_state_due_at",
                table: "notices_delivery",
                columns: new[] { "endpoint", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_delivery_endpoint_stream_state_id",
                table: "notices_delivery",
                columns: new[] { "endpoint", "stream", "state", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notices_delivery");

            migrationBuilder.DropTable(
                name: "notices_endpoint");
        }
    }
}
