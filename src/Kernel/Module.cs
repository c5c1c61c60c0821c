using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Kernel;

/// <summary>One module's table of contents: its tables, its services, its routes, its permissions.</summary>
public abstract class Module
{
    public abstract string Name { get; }

    /// <summary>The rights that this module knows.</summary>
    public virtual IReadOnlyList<Permission> Permissions => [];

    public virtual void Tables(ModelBuilder model) { }

    public virtual void Services(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Calls for customers, below <c>/api/store</c>.</summary>
    public virtual void StoreRoutes(IEndpointRouteBuilder routes) { }

    /// <summary>Calls for staff, below <c>/api/admin</c>.</summary>
    public virtual void AdminRoutes(IEndpointRouteBuilder routes) { }

    /// <summary>Calls for outside parties, below <c>/api</c>.</summary>
    public virtual void OutsideRoutes(IEndpointRouteBuilder routes) { }
}
