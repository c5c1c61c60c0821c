using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guidan.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BillsAndRepairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "their_number",
                table: "payments_request",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "made_under",
                table: "payments_refund",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "paid_under",
                table: "payments_refund",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "assurance_bill",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    file_hash = table.Column<string>(type: "text", nullable: true),
                    actor = table.Column<string>(type: "text", nullable: true),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    matched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    differences = table.Column<int>(type: "integer", nullable: false),
                    fees_booked = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assurance_bill", x => new { x.provider, x.day });
                });

            migrationBuilder.CreateTable(
                name: "assurance_bill_line",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    transaction_id = table.Column<string>(type: "text", nullable: false),
                    out_trade_no = table.Column<string>(type: "text", nullable: false),
                    refund_no = table.Column<string>(type: "text", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    fee = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    order_number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assurance_bill_line", x => new { x.provider, x.day, x.line });
                });

            migrationBuilder.CreateTable(
                name: "assurance_repair",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assurance_repair", x => new { x.kind, x.subject });
                });

            migrationBuilder.CreateIndex(
                name: "IX_assurance_bill_line_order_number",
                table: "assurance_bill_line",
                column: "order_number");

            migrationBuilder.CreateIndex(
                name: "IX_assurance_bill_line_provider_refund_no",
                table: "assurance_bill_line",
                columns: new[] { "provider", "refund_no" });

            migrationBuilder.CreateIndex(
                name: "IX_assurance_bill_line_provider_transaction_id",
                table: "assurance_bill_line",
                columns: new[] { "provider", "transaction_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assurance_bill");

            migrationBuilder.DropTable(
                name: "assurance_bill_line");

            migrationBuilder.DropTable(
                name: "assurance_repair");

            migrationBuilder.DropColumn(
                name: "their_number",
                table: "payments_request");

            migrationBuilder.DropColumn(
                name: "made_under",
                table: "payments_refund");

            migrationBuilder.DropColumn(
                name: "paid_under",
                table: "payments_refund");
        }
    }
}
