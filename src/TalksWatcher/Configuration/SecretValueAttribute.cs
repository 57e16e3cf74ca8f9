namespace TalksWatcher.Configuration;

/// <summary>The value is never printed.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretValueAttribute : Attribute;
