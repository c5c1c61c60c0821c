using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guidan.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ChannelsAndBills : Migration
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

            migrationBuilder.AddColumn<long>(
                name: "tax",
                table: "orders_order",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "tax",
                table: "orders_line",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

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

            migrationBuilder.CreateTable(
                name: "channels_arrival",
                columns: table => new
                {
                    channel = table.Column<string>(type: "text", nullable: false),
                    external_id = table.Column<string>(type: "text", nullable: false),
                    external_number = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: true),
                    problems = table.Column<string>(type: "text", nullable: true),
                    inbox_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    order_number = table.Column<long>(type: "bigint", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: true),
                    payment = table.Column<int>(type: "integer", nullable: false),
                    buyer = table.Column<byte[]>(type: "bytea", nullable: true),
                    is_mended = table.Column<bool>(type: "boolean", nullable: false),
                    phone_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    is_price_accepted = table.Column<bool>(type: "boolean", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_arrival", x => new { x.channel, x.external_id });
                });

            migrationBuilder.CreateTable(
                name: "channels_poll",
                columns: table => new
                {
                    channel = table.Column<string>(type: "text", nullable: false),
                    through = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cursor = table.Column<string>(type: "text", nullable: true),
                    asked_for = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    succeeded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    found = table.Column<int>(type: "integer", nullable: false),
                    subscription_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    subscription = table.Column<int>(type: "integer", nullable: false),
                    subscription_words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_poll", x => x.channel);
                });

            migrationBuilder.CreateTable(
                name: "channels_sku",
                columns: table => new
                {
                    channel = table.Column<string>(type: "text", nullable: false),
                    theirs = table.Column<string>(type: "text", nullable: false),
                    sku = table.Column<string>(type: "text", nullable: false),
                    is_matched = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_sku", x => new { x.channel, x.theirs });
                });

            migrationBuilder.CreateIndex(
                name: "IX_orders_order_external_number",
                table: "orders_order",
                column: "external_number");

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

            migrationBuilder.CreateIndex(
                name: "IX_channels_arrival_external_number",
                table: "channels_arrival",
                column: "external_number");

            migrationBuilder.CreateIndex(
                name: "IX_channels_arrival_order_number",
                table: "channels_arrival",
                column: "order_number");

            migrationBuilder.CreateIndex(
                name: "IX_channels_arrival_state_next_try_at",
                table: "channels_arrival",
                columns: new[] { "state", "next_try_at" });

            migrationBuilder.CreateIndex(
                name: "IX_channels_arrival_state_since",
                table: "channels_arrival",
                columns: new[] { "state", "since" });

            migrationBuilder.CreateIndex(
                name: "IX_channels_sku_sku",
                table: "channels_sku",
                column: "sku");
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

            migrationBuilder.DropTable(
                name: "channels_arrival");

            migrationBuilder.DropTable(
                name: "channels_poll");

            migrationBuilder.DropTable(
                name: "channels_sku");

            migrationBuilder.DropIndex(
                name: "IX_orders_order_external_number",
                table: "orders_order");

            migrationBuilder.DropColumn(
                name: "their_number",
                table: "payments_request");

            migrationBuilder.DropColumn(
                name: "made_under",
                table: "payments_refund");

            migrationBuilder.DropColumn(
                name: "paid_under",
                table: "payments_refund");

            migrationBuilder.DropColumn(
                name: "tax",
                table: "orders_order");

            migrationBuilder.DropColumn(
                name: "tax",
                table: "orders_line");
        }
    }
}
