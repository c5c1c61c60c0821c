using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guidan.Web.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "made_under",
                table: "payments_refund",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "paid_under",
                table: "payments_refund",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "tax",
                table: "orders_order",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "tax",
                table: "orders_line",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "assurance_bill",
                columns: table => new
                {
                    provider = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_try_at = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    file_hash = table.Column<string>(type: "TEXT", nullable: true),
                    actor = table.Column<string>(type: "TEXT", nullable: true),
                    stored_at = table.Column<long>(type: "INTEGER", nullable: true),
                    matched_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    differences = table.Column<int>(type: "INTEGER", nullable: false),
                    fees_booked = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assurance_bill", x => new { x.provider, x.day });
                });

            migrationBuilder.CreateTable(
                name: "assurance_bill_line",
                columns: table => new
                {
                    provider = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    transaction_id = table.Column<string>(type: "TEXT", nullable: false),
                    out_trade_no = table.Column<string>(type: "TEXT", nullable: false),
                    refund_no = table.Column<string>(type: "TEXT", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    fee = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    order_number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assurance_bill_line", x => new { x.provider, x.day, x.line });
                });

            migrationBuilder.CreateTable(
                name: "assurance_repair",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assurance_repair", x => new { x.kind, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "channels_arrival",
                columns: table => new
                {
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    external_number = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    problems = table.Column<string>(type: "TEXT", nullable: true),
                    inbox_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    order_number = table.Column<long>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    payment = table.Column<int>(type: "INTEGER", nullable: false),
                    buyer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_mended = table.Column<bool>(type: "INTEGER", nullable: false),
                    phone_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_price_accepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    tried_at = table.Column<long>(type: "INTEGER", nullable: false),
                    next_try_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_arrival", x => new { x.channel, x.external_id });
                });

            migrationBuilder.CreateTable(
                name: "channels_poll",
                columns: table => new
                {
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    through = table.Column<long>(type: "INTEGER", nullable: false),
                    cursor = table.Column<string>(type: "TEXT", nullable: true),
                    asked_for = table.Column<long>(type: "INTEGER", nullable: true),
                    tried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    succeeded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    found = table.Column<int>(type: "INTEGER", nullable: false),
                    subscription_at = table.Column<long>(type: "INTEGER", nullable: true),
                    subscription = table.Column<int>(type: "INTEGER", nullable: false),
                    subscription_words = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_poll", x => x.channel);
                });

            migrationBuilder.CreateTable(
                name: "channels_sku",
                columns: table => new
                {
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    theirs = table.Column<string>(type: "TEXT", nullable: false),
                    sku = table.Column<string>(type: "TEXT", nullable: false),
                    is_matched = table.Column<bool>(type: "INTEGER", nullable: false)
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
