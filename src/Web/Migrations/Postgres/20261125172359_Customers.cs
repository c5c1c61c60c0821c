using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guidan.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Customers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staff_sign_in_count");

            migrationBuilder.CreateTable(
                name: "customers_address",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_address", x => new { x.customer_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "customers_customer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    personal = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    email_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: false),
                    default_address = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_customer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_session",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_session", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "kernel_sign_in_count",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    free_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_sign_in_count", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_orders_order_customer_id_number",
                table: "orders_order",
                columns: new[] { "customer_id", "number" },
                filter: "customer_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_customers_customer_email_index",
                table: "customers_customer",
                column: "email_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_customer_phone_index",
                table: "customers_customer",
                column: "phone_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_session_customer_id",
                table: "customers_session",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_session_expires_at",
                table: "customers_session",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_sign_in_count_last_at",
                table: "kernel_sign_in_count",
                column: "last_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_address");

            migrationBuilder.DropTable(
                name: "customers_customer");

            migrationBuilder.DropTable(
                name: "customers_session");

            migrationBuilder.DropTable(
                name: "kernel_sign_in_count");

            migrationBuilder.DropIndex(
                name: "IX_orders_order_customer_id_number",
                table: "orders_order");

            migrationBuilder.CreateTable(
                name: "staff_sign_in_count",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    free_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_sign_in_count", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_staff_sign_in_count_last_at",
                table: "staff_sign_in_count",
                column: "last_at");
        }
    }
}
