"""The shipped profiles: data, read by `linking.profile.file`."""
