using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guidan.Web.Migrations.Postgres
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
                    endpoint = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    stream = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    milliseconds = table.Column<int>(type: "integer", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_delivery", x => new { x.endpoint, x.id });
                });

            migrationBuilder.CreateTable(
                name: "notices_endpoint",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    old_secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    old_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    events = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
