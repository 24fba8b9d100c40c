namespace Guildhall.Api.Composition;

/// <summary>The configuration cannot be used; the message names the key and says what to do.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
