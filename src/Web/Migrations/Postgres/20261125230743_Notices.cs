using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guidan.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notices_alert",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    cause_zh = table.Column<string>(type: "text", nullable: false),
                    cause_en = table.Column<string>(type: "text", nullable: false),
                    remedy_zh = table.Column<string>(type: "text", nullable: false),
                    remedy_en = table.Column<string>(type: "text", nullable: false),
                    order_number = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    escalated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_by = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_alert", x => x.id);
                });

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

            migrationBuilder.CreateTable(
                name: "notices_news",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_news", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notices_stock",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sku = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_stock", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notices_wish",
                columns: table => new
                {
                    order_number = table.Column<long>(type: "bigint", nullable: false),
                    tongue = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_wish", x => x.order_number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notices_alert_due_at",
                table: "notices_alert",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_notices_alert_kind_subject",
                table: "notices_alert",
                columns: new[] { "kind", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_delivery_created_at",
                table: "notices_delivery",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_notices_delivery_endpoint_state_due_at",
                table: "notices_delivery",
                columns: new[] { "endpoint", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_delivery_endpoint_stream_state_id",
                table: "notices_delivery",
                columns: new[] { "endpoint", "stream", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_stock_due_at",
                table: "notices_stock",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_notices_stock_sku",
                table: "notices_stock",
                column: "sku");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notices_alert");

            migrationBuilder.DropTable(
                name: "notices_delivery");

            migrationBuilder.DropTable(
                name: "notices_endpoint");

            migrationBuilder.DropTable(
                name: "notices_news");

            migrationBuilder.DropTable(
                name: "notices_stock");

            migrationBuilder.DropTable(
                name: "notices_wish");
        }
    }
}
