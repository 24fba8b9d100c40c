using Guildhall.Domain.Access;

namespace Guildhall.Api.Security;

/// <summary>Carries the viewer from the middleware to whatever asks for a <see cref="Viewer"/> during the request.</summary>
internal sealed class CurrentViewer
{
    public Viewer Viewer { get; set; } = Viewer.Stranger;
}
