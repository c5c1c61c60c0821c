using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Guidan.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutboxByReceiver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_state_receiver_due_at",
                table: "kernel_outbox",
                columns: new[] { "state", "receiver", "due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_kernel_outbox_state_receiver_due_at",
                table: "kernel_outbox");
        }
    }
}
